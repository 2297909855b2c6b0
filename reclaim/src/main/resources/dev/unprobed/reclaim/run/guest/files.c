/*
 * Every file of /proc and /sys, debugfs and tracefs among it, is read. A process does it and says where it is; where it
 * stays too long it is killed, and the next one goes on behind. What waits for events is asked not to (O_NONBLOCK); so
 * the files that are left out are told with the reason.
 */
#include "check.h"

enum { MOST = 1 << 17, LIMIT_MS = 60000 };

struct progress {
  volatile u64 files, bytes, errors, started;
  volatile u64 behind;
  char path[1024];
};

static struct progress *progress;
static u64 position;
static char buffer[MOST];

/* Never ends, because each read makes more of it. */
static int is_endless(const char *path) {
  return ends(path, "/trace_pipe") || ends(path, "/trace_pipe_raw") || ends(path, "/snapshot_raw");
}

static void read_one(const char *path) {
  position++;
  if (position <= progress->behind) {
    return;
  }
  progress->path[0] = 0;
  append(progress->path, sizeof(progress->path), path);
  progress->started = now();
  progress->behind = position;
  int file = open_file(path, O_RDONLY | O_NONBLOCK | 0400);
  i64 got = file;
  if (file >= 0) {
    u64 count = 0;
    while (count < MOST && (got = call(read, file, buffer, MOST)) > 0) {
      count += got;
    }
    progress->bytes += count;
    call(close, file);
  }
  progress->files++;
  progress->errors += got < 0;
}

static void visit(const char *folder, const char *name, int type, void *depth) {
  char path[1024] = "";
  append(path, sizeof(path), folder);
  append(path, sizeof(path), "/");
  append(path, sizeof(path), name);
  if (type == 4 && (u64)depth < 24) {
    /* Processes but the first come and go. */
    int is_process = same(folder, "/proc") && name[0] >= '0' && name[0] <= '9' && !same(name, "1");
    if (!is_process && !find(path, "/proc/1/task/")) {
      each_entry(path, visit, (void *)((u64)depth + 1));
    }
  } else if (type == 8) {
    if (is_endless(path)) {
      if (position >= progress->behind) {
        say("left out, endless: %s", path);
      }
    } else {
      read_one(path);
    }
  }
}

static int work(void *unused) {
  (void)unused;
  each_entry("/proc", visit, 0);
  each_entry("/sys", visit, 0);
  return PASS;
}

/* The files of a unit's parameters point into its data, so they leave with it. */
static u64 left_parameters(void) {
  static char units[1 << 18];
  u64 wrong = 0;
  read_file(UNPROBED "units", units, sizeof(units));
  char *line = units;
  for (char *at = units; *at; at++) {
    if (*at != '\n') {
      continue;
    }
    *at = 0;
    char *tab = (char *)find(line, "\tleft\t"), *name = line;
    char path[256] = "/sys/module/";
    if (tab) {
      *tab = 0;
      for (char *letter = line; *letter; letter++) {
        name = *letter == '/' ? letter + 1 : name;
        *letter = *letter == '-' ? '_' : *letter;
      }
      append(path, sizeof(path), name);
      append(path, sizeof(path), "/parameters");
      if (exists(path)) {
        say("left behind: %s", path);
        wrong++;
      }
    }
    line = at + 1;
  }
  return wrong;
}

int check_files(void) {
  int status = -1, stuck = 0;
  u64 wrong = left_parameters();
  progress = shared(sizeof(*progress));
  while (status < 0 && stuck < 20) {
    progress->started = now();
    int process = spawn(work, 0);
    while ((status = status_of(process, 200)) < 0 && now() - progress->started < LIMIT_MS) {
    }
    if (status != PASS) {
      say("%s at %s", status < 0 ? "stuck" : "killed", progress->path);
      call(kill, process, SIGKILL);
      status = status < 0 ? status : -1;
      stuck++;
    }
  }
  say("%lu files, %lu bytes, %lu refused to be read", progress->files, progress->bytes, progress->errors);
  return status == PASS && stuck == 0 && wrong == 0 ? PASS : FAIL;
}
