// SPDX-License-Identifier: Apache-2.0
/*
 * Lets an unmodified conf read its Kconfig files once and answer many times.
 *
 * Linked with -Wl,--wrap=conf_parse. When conf has read the Kconfig files, it waits: for each byte on its
 * standard input a copy of the process goes on as conf would, with the configuration that is in
 * KCONFIG_CONFIG by then, and its exit status goes to standard output, a line each. The copy says what it
 * says in MESSAGES. Shell commands of Kconfig files are part of reading them, so they run once.
 */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#define KILLED 128

void __real_conf_parse(const char *name);

static void open_as(int descriptor, const char *path, int flags)
{
	int file = open(path, flags, 0600);

	if (file < 0 || dup2(file, descriptor) < 0) {
		perror(path);
		_exit(1);
	}
	close(file);
}

static void become_conf(void)
{
	open_as(STDERR_FILENO, MESSAGES, O_WRONLY | O_CREAT | O_TRUNC);
	open_as(STDIN_FILENO, "/dev/null", O_RDONLY);
	open_as(STDOUT_FILENO, "/dev/null", O_WRONLY);
}

void __wrap_conf_parse(const char *name)
{
	char request;

	__real_conf_parse(name);
	fflush(NULL);
	while (read(STDIN_FILENO, &request, 1) == 1) {
		int status;
		pid_t copy = fork();

		if (copy == 0) {
			become_conf();
			return;
		}
		if (copy < 0 || waitpid(copy, &status, 0) != copy) {
			perror("conf");
			_exit(1);
		}
		dprintf(STDOUT_FILENO, "%d\n",
			WIFEXITED(status) ? WEXITSTATUS(status) : KILLED + WTERMSIG(status));
	}
	_exit(0);
}
