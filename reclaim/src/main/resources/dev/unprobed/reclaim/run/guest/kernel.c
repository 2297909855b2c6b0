/* Static keys, the tracer of functions, the kernel's page tables, leaked memory, modules. */
#include "check.h"

#define TRACING "/sys/kernel/tracing/"

static char text[4 << 20];

static int toggle(const char *path, const char *on, const char *off) {
  if (!exists(path)) {
    return 0;
  }
  for (int i = 0; i < 4; i++) {
    write_file(path, on);
    pause_ms(20);
    write_file(path, off);
  }
  say("toggled %s", path);
  return 1;
}

/* SO_TIMESTAMP counts on the key netstamp_needed. */
static int time_stamps(void) {
  int done = 0, one = 1;
  for (int i = 0; i < 4; i++) {
    int socket = call(socket, 1, 2, 0);
    if (socket >= 0) {
      done |= call(setsockopt, socket, 1, 29, &one, sizeof(one)) == 0;
      pause_ms(20);
      call(close, socket);
    }
  }
  if (done) {
    say("toggled SO_TIMESTAMP");
  }
  return done;
}

int check_keys(void) {
  int count = toggle("/proc/sys/kernel/sched_schedstats", "1", "0");
  count += toggle("/proc/sys/kernel/task_delayacct", "1", "0");
  count += toggle("/proc/sys/vm/numa_stat", "0", "1");
  count += toggle("/sys/kernel/debug/dynamic_debug/control", "+p", "-p");
  count += toggle(TRACING "events/enable", "1", "0");
  count += toggle("/proc/sys/kernel/bpf_stats_enabled", "1", "0");
  count += time_stamps();
  return count > 0 ? PASS : SKIP;
}

static int tracer(const char *name) {
  i64 error = write_file(TRACING "current_tracer", name);
  if (error < 0) {
    say("no tracer %s: %ld", name, error);
    return SKIP;
  }
  for (int i = 0; i < 20; i++) {
    memory("MemTotal:");
    pause_ms(20);
  }
  i64 got = read_file(TRACING "trace", text, sizeof(text));
  write_file(TRACING "current_tracer", "nop");
  say("tracer %s: %ld bytes", name, got);
  return got > 1000 ? PASS : FAIL;
}

int check_trace(void) {
  if (!exists(TRACING "current_tracer")) {
    say("not built in");
    return SKIP;
  }
  i64 functions = read_file(TRACING "available_filter_functions", text, sizeof(text));
  say("available_filter_functions: %ld bytes", functions);
  for (int i = 0; i < 3; i++) {
    int status = tracer("function");
    if (status != PASS) {
      return status;
    }
    tracer("function_graph");
  }
  return PASS;
}

/* A line of page_tables that can be written and run by the kernel. */
static int is_writable_code(const char *line) {
  return find(line, " RW ") && find(line, " x ") != 0;
}

int check_tables(void) {
  u64 lines = 0, bad = 0;
  char *line = text;
  if (read_file("/sys/kernel/debug/kernel_page_tables", text, sizeof(text)) <= 0) {
    say("no kernel_page_tables");
    return SKIP;
  }
  for (char *at = text; *at; at++) {
    if (*at == '\n') {
      *at = 0;
      lines++;
      if (is_writable_code(line)) {
        say("writable code: %s", line);
        bad++;
      }
      line = at + 1;
    }
  }
  say("%lu lines", lines);
  return bad ? FAIL : PASS;
}

int check_leaks(void) {
  static const char path[] = "/sys/kernel/debug/kmemleak";
  if (!exists(path)) {
    say("not built in");
    return SKIP;
  }
  /* An object is a leak when two scans find nobody who knows it. */
  for (int i = 0; i < 3; i++) {
    pause_ms(6000);
    write_file(path, "scan");
  }
  i64 got = read_file(path, text, sizeof(text));
  if (got == 0) {
    return PASS;
  }
  char *line = text;
  for (char *at = text; *at; at++) {
    if (*at == '\n') {
      *at = 0;
      say("leak: %s", line);
      line = at + 1;
    }
  }
  return FAIL;
}

static int failures;

/* What a module is called says what is expected: loads-… or refused-… */
static void load(const char *folder, const char *name, int type, void *count) {
  char path[256] = "";
  append(path, sizeof(path), folder);
  append(path, sizeof(path), "/");
  append(path, sizeof(path), name);
  int file = open_file(path, O_RDONLY);
  i64 error = call(finit_module, file, "", 0);
  call(close, file);
  say("module %s: %ld", name, error);
  int is_right = starts(name, "loads-") ? error == 0 : error == -ENOENT;
  failures += !is_right;
  ++*(int *)count;
  (void)type;
}

int check_modules(void) {
  int count = 0;
  each_entry("/modules", load, &count);
  if (count == 0) {
    say("no modules were made");
    return SKIP;
  }
  return failures ? FAIL : PASS;
}
