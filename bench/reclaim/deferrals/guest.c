/*
 * The first process of a boot with devices that come late: does what /plan says, a step a line, and prints what the
 * kernel shows then. Linked with base.c of the guest of "unprobed reclaim run".
 *
 *   until TEXT        wait until the kernel has decided, and the summary has this text
 *   until-time SECOND wait until so long after boot
 *   show WHEN         print units, devices and what waits, each line with this word in front
 *   load FILE         a module
 *   write FILE TEXT   into a file
 *   copy FILE FROM    the whole of another file at once
 */
#include "base.h"

#define UNITS "/sys/kernel/debug/unprobed/"
#define DEVICES "/sys/bus/platform/devices"

static char buffer[1 << 18];
static char plan[4096];

static void print_log(void) {
  static char record[8192];
  int file = open_file("/dev/kmsg", O_RDONLY | O_NONBLOCK);
  i64 got;
  while ((got = call(read, file, record, sizeof(record) - 1)) > 0 || got == -EPIPE) {
    record[got < 0 ? 0 : got] = 0;
    const char *text = find(record, ";");
    char *line_end = (char *)find(record, "\n");
    if (line_end) {
      *line_end = 0;
    }
    if (text) {
      say("log %s", text + 1);
    }
  }
}

/* Each line of a file, with tabs made spaces, as "WHEN WHAT LINE". */
static void print_lines(const char *when, const char *what, const char *path) {
  char *line = buffer;
  if (read_file(path, buffer, sizeof(buffer)) <= 0) {
    return;
  }
  for (char *at = buffer; *at; at++) {
    if (*at == '\t') {
      *at = ' ';
    } else if (*at == '\n') {
      *at = 0;
      say("%s %s %s", when, what, line);
      line = at + 1;
    }
  }
}

static void print_device(const char *folder, const char *name, int type, void *when) {
  char path[512] = "", link[512];
  (void)type;
  append(path, sizeof(path), folder);
  append(path, sizeof(path), "/");
  append(path, sizeof(path), name);
  append(path, sizeof(path), "/driver");
  i64 got = call(readlinkat, -100, path, link, sizeof(link) - 1);
  const char *driver = "-";
  if (got > 0) {
    link[got] = 0;
    driver = link;
    for (const char *at = link; *at; at++) {
      driver = *at == '/' ? at + 1 : driver;
    }
  }
  say("%s device %s %s", (const char *)when, name, driver);
}

static void show(const char *when) {
  print_lines(when, "summary", UNITS "summary");
  print_lines(when, "unit", UNITS "units");
  each_entry(DEVICES, print_device, (void *)when);
  print_lines(when, "waits", "/sys/kernel/debug/devices_deferred");
}

static void until(const char *text) {
  for (int i = 0; i < 600; i++) {
    if (read_file(UNITS "summary", buffer, sizeof(buffer)) > 0 && find(buffer, text)) {
      return;
    }
    pause_ms(100);
  }
  say("never %s", text);
}

static void copy(const char *to, const char *from) {
  i64 got = read_file(from, buffer, sizeof(buffer));
  int file = open_file(to, O_WRONLY);
  say("copy %s %ld", to, got < 0 || file < 0 ? -1 : call(write, file, buffer, got));
  call(close, file);
}

static void load(const char *path) {
  int file = open_file(path, O_RDONLY);
  say("load %s %ld", path, call(finit_module, file, "", 0));
}

static void step(char *line) {
  char *first = (char *)find(line, " "), *second;
  *first++ = 0;
  second = (char *)find(first, " ");
  if (same(line, "until")) {
    until(first);
  } else if (same(line, "until-time")) {
    for (u64 end = number(first, 10) * 1000; now() < end;) {
      pause_ms(100);
    }
  } else if (same(line, "show")) {
    show(first);
  } else if (same(line, "load")) {
    load(first);
  } else {
    *second++ = 0;
    if (same(line, "write")) {
      say("write %s %ld", first, write_file(first, second));
    } else {
      copy(first, second);
    }
  }
}

int begin(void) {
  static const char *const folders[] = {"/proc", "/sys", "/dev"};
  for (u32 i = 0; i < sizeof(folders) / sizeof(*folders); i++) {
    call(mkdirat, -100, folders[i], 0755);
  }
  call(mount, "proc", "/proc", "proc");
  call(mount, "sysfs", "/sys", "sysfs");
  call(mount, "devtmpfs", "/dev", "devtmpfs");
  call(mount, "debugfs", "/sys/kernel/debug", "debugfs");
  write_file("/proc/sys/kernel/printk", "1");
  say_to(open_file("/dev/console", O_WRONLY), 0);
  read_file("/plan", plan, sizeof(plan));
  for (char *line = plan, *at = plan; *at; at++) {
    if (*at == '\n') {
      *at = 0;
      if (find(line, " ")) {
        step(line);
      }
      line = at + 1;
    }
  }
  print_log();
  say("done");
  pause_ms(200);
  call(reboot, 0xfee1dead, 672274793, 0x4321fedc);
  for (;;) {
    pause_ms(1000);
  }
}

__asm__(".globl _start\n_start: mov x29, 0\n mov x30, 0\n bl begin\n");
