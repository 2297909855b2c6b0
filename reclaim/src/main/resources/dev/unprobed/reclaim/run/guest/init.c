/*
 * The first process of a boot that shows what reclaim does: waits for the end of probing, prints what the kernel says
 * it gave back, then runs the checks that /plan names, one a line. Everything is printed as lines that start with @R;
 * whoever reads the console stops the machine at "@R done".
 */
#include "check.h"

static int log_file;
static char plan[8192];

static void prepare(void) {
  static const char *const folders[] = {"/proc", "/sys", "/dev", "/tmp"};
  for (u32 i = 0; i < sizeof(folders) / sizeof(*folders); i++) {
    call(mkdirat, -100, folders[i], 0755);
  }
  call(mount, "proc", "/proc", "proc");
  call(mount, "sysfs", "/sys", "sysfs");
  call(mount, "devtmpfs", "/dev", "devtmpfs");
  call(mount, "debugfs", "/sys/kernel/debug", "debugfs");
  call(mount, "tracefs", "/sys/kernel/tracing", "tracefs");
  write_file("/proc/sys/kernel/printk_devkmsg", "on\n");
  /* When the console's driver is bound late, or never, an early console shows what goes through the kernel's log. */
  int console = open_file("/dev/console", O_WRONLY);
  say_to(console >= 0 ? console : open_file("/dev/kmsg", O_WRONLY), console < 0);
  write_file("/proc/sys/kernel/printk", "1");
  log_file = open_file("/dev/kmsg", O_RDONLY | O_NONBLOCK);
  say("log %d console %d", log_file, console);
}

/* Prints what the kernel logged since the last call. */
static void log_lines(void) {
  static char record[8192];
  i64 got;
  while ((got = call(read, log_file, record, sizeof(record) - 1)) > 0 || got == -EPIPE) {
    if (got == -EPIPE) {
      say("log - lost");
      continue;
    }
    record[got] = 0;
    const char *text = find(record, ";");
    char *line_end = (char *)find(record, "\n");
    if (line_end) {
      *line_end = 0;
    }
    if (text && !find(text, "@R ")) {
      say("log %s", text + 1);
    }
  }
}

static void print_file(const char *path) {
  static char text[1 << 20];
  i64 got = read_file(path, text, sizeof(text));
  if (got < 0) {
    return;
  }
  say("file %s", path);
  char *line = text;
  for (char *at = text; *at; at++) {
    if (*at == '\n') {
      *at = 0;
      say("| %s", line);
      line = at + 1;
    }
  }
}

static void modalias(const char *folder, const char *name, int type, void *unused) {
  char path[512] = "", text[512];
  append(path, sizeof(path), folder);
  append(path, sizeof(path), "/");
  append(path, sizeof(path), name);
  append(path, sizeof(path), "/modalias");
  if (read_file(path, text, sizeof(text)) > 0) {
    char *line_end = (char *)find(text, "\n");
    if (line_end) {
      *line_end = 0;
    }
    say("| %s", text);
  }
}

static void bus(const char *folder, const char *name, int type, void *unused) {
  char path[512] = "";
  append(path, sizeof(path), folder);
  append(path, sizeof(path), "/");
  append(path, sizeof(path), name);
  append(path, sizeof(path), "/devices");
  each_entry(path, modalias, 0);
}

/* What sits on the buses: device trees do not tell all of it. */
static void print_devices(void) {
  say("file modaliases");
  each_entry("/sys/bus", bus, 0);
}

/* Devices are complete: nothing in this initramfs brings others. Kernels that do not know the file need no word. */
static void give_back(int is_off) {
  char summary[512];
  say("memory early %lu", memory("MemTotal:"));
  log_lines();
  if (!exists(UNPROBED "summary")) {
    return;
  }
  if (find(plan, "early\n")) {
    say("complete %ld", write_file(UNPROBED "complete", "1"));
  }
  for (int i = 0; i < 900 && !is_off; i++) {
    if (read_file(UNPROBED "summary", summary, sizeof(summary)) > 0 && find(summary, "given back")) {
      break;
    }
    pause_ms(100);
  }
  pause_ms(200);
  print_file(UNPROBED "summary");
  print_file(UNPROBED "units");
  print_file(UNPROBED "regions");
}

static int run(void *check) {
  return ((const struct check *)check)->run();
}

static void one(const struct check *check) {
  u64 start = now();
  say("begin %s", check->name);
  log_lines();
  int status = in_child(run, (void *)check, 900000);
  log_lines();
  say("end %s %d %lu", check->name, status, now() - start);
}

static void checks(void) {
  for (const struct check *check = all_checks; check->name; check++) {
    char word[64] = "check ";
    append(word, sizeof(word), check->name);
    append(word, sizeof(word), "\n");
    if (find(plan, word)) {
      one(check);
    }
  }
}

static void second_kernel(void) {
  say("begin second");
  log_lines();
  say("memory second %lu", memory("MemTotal:"));
  say("it has started");
  say("end second 0 %lu", now());
}

int begin(void) {
  static char command_line[4096];
  prepare();
  read_file("/plan", plan, sizeof(plan));
  read_file("/proc/cmdline", command_line, sizeof(command_line));
  say("hello %s", command_line);
  if (find(command_line, "unprobed_second")) {
    second_kernel();
  } else if (find(plan, "hibernate\n") && is_not_resumed()) {
    say("the image was not resumed");
    say("end hibernate 1 0");
  } else {
    give_back(find(command_line, "unprobed=off") != 0);
    say("memory late %lu", memory("MemTotal:"));
    print_devices();
    log_lines();
    checks();
    say("memory end %lu", memory("MemTotal:"));
    if (find(plan, "kexec\n") && kexec_is_loaded()) {
      say("kexec now");
      call(reboot, 0xfee1dead, 672274793, 0x45584543);
      say("kexec failed");
    }
  }
  log_lines();
  say("done");
  pause_ms(3000);
  call(reboot, 0xfee1dead, 672274793, 0x4321fedc);
  for (;;) {
    pause_ms(1000);
  }
}

__asm__(".globl _start\n_start: mov x29, 0\n mov x30, 0\n bl begin\n");
