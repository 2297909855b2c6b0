// SPDX-License-Identifier: Apache-2.0
/*
 * Loaded before an unmodified conf (LD_PRELOAD), this runs it on many .config files: each time a copy of
 * the process that has not begun yet (fork) becomes conf, which saves the start of a program.
 *
 * UNPROBED_MANY names a folder. Its file "jobs" has for each run the length of a .config, a newline, and
 * the .config itself; a length of -1 stands for no .config. "answers" gets the wait status, the length of
 * what .config is afterwards, a newline, and that .config. What conf says goes to /dev/null.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#define CONFIG ".config"
#define SECONDS 5

typedef int main_fn(int argc, char **argv, char **envp);
typedef int start_fn(main_fn *program, int argc, char **argv, void (*init)(void),
		     void (*fini)(void), void (*rtld_fini)(void), void *stack_end);

static main_fn *conf;

static void fail(const char *what)
{
	perror(what);
	_exit(125);
}

static FILE *in_folder(const char *folder, const char *name, const char *mode)
{
	char path[4096];
	FILE *file;

	snprintf(path, sizeof(path), "%s/%s", folder, name);
	file = fopen(path, mode);
	if (!file)
		fail(path);
	return file;
}

/* The rest of a file, and a zero; all at once, as a child that ends moves the place where its parent reads. */
static char *text_of(FILE *file, size_t *length)
{
	struct stat about;
	char *text;

	if (fstat(fileno(file), &about))
		fail("fstat");
	*length = about.st_size;
	text = malloc(*length + 1);
	if (!text || fread(text, 1, *length, file) != *length)
		fail("fread");
	text[*length] = 0;
	fclose(file);
	return text;
}

static void put_config(const char *text, size_t length)
{
	FILE *file = fopen(CONFIG, "w");

	if (!file || fwrite(text, 1, length, file) != length || fclose(file))
		fail(CONFIG);
}

static void take_config(FILE *answers, int status)
{
	FILE *file = fopen(CONFIG, "r");
	size_t length;
	char *text;

	if (!file) {
		fprintf(answers, "%d -1\n", status);
		return;
	}
	text = text_of(file, &length);
	fprintf(answers, "%d %zu\n", status, length);
	fwrite(text, 1, length, answers);
	free(text);
}

static int run_once(int argc, char **argv, char **envp)
{
	struct rlimit limit = { SECONDS, SECONDS };
	pid_t child = fork();
	int status, nowhere;

	if (child < 0)
		fail("fork");
	if (!child) {
		nowhere = open("/dev/null", O_RDWR);
		dup2(nowhere, 0);
		dup2(nowhere, 1);
		dup2(nowhere, 2);
		setrlimit(RLIMIT_CPU, &limit);
		exit(conf(argc, argv, envp));
	}
	if (waitpid(child, &status, 0) != child)
		fail("waitpid");
	return status;
}

static int run_many(int argc, char **argv, char **envp)
{
	const char *folder = getenv("UNPROBED_MANY");
	char *next, *end;
	FILE *answers;
	size_t size;
	long length;

	if (!folder)
		return conf(argc, argv, envp);
	next = text_of(in_folder(folder, "jobs", "r"), &size);
	end = next + size;
	answers = in_folder(folder, "answers", "w");
	unsetenv("UNPROBED_MANY");
	unsetenv("LD_PRELOAD");
	while (next < end) {
		unlink(CONFIG);
		unlink(CONFIG ".old");
		length = strtol(next, &next, 10);
		if (*next++ != '\n' || length > end - next)
			fail("jobs");
		if (length >= 0) {
			put_config(next, length);
			next += length;
		}
		/* A child that ends writes what is left in the buffers of its parent. */
		fflush(answers);
		take_config(answers, run_once(argc, argv, envp));
	}
	if (fclose(answers))
		fail("answers");
	/* Without what conf's own end would do. */
	_exit(0);
}

int __libc_start_main(main_fn *program, int argc, char **argv, void (*init)(void),
		      void (*fini)(void), void (*rtld_fini)(void), void *stack_end)
{
	start_fn *start = (start_fn *)dlsym(RTLD_NEXT, "__libc_start_main");

	conf = program;
	return start(run_many, argc, argv, init, fini, rtld_fini, stack_end);
}
