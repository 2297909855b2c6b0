/* Processors off and on, suspend, and a second kernel. */
#include "check.h"

static int count_done, count_refused;

static void cycle(const char *folder, const char *name, int type, void *unused) {
  char path[128] = "";
  append(path, sizeof(path), folder);
  append(path, sizeof(path), "/");
  append(path, sizeof(path), name);
  append(path, sizeof(path), "/online");
  (void)type;
  (void)unused;
  if (!starts(name, "cpu") || name[3] < '1' || name[3] > '9' || !exists(path)) {
    return;
  }
  for (int i = 0; i < 5; i++) {
    i64 off = write_file(path, "0"), on = off < 0 ? off : write_file(path, "1");
    if (off < 0) {
      say("%s off: %ld", name, off);
      count_refused++;
      return;
    }
    if (on < 0) {
      say("%s on again: %ld", name, on);
      count_refused += 1000;
      return;
    }
  }
  count_done++;
}

int check_cpus(void) {
  each_entry("/sys/devices/system/cpu", cycle, 0);
  say("%d processors went off and on, %d did not", count_done, count_refused);
  return count_refused >= 1000 ? FAIL : count_done > 0 ? PASS : SKIP;
}

static int sleep_once(const char *state, const char *test) {
  char alarm[64] = "/sys/class/rtc/rtc0/wakealarm";
  i64 wakes = 1;
  if (test) {
    write_file("/sys/power/pm_test", test);
  } else {
    write_file(alarm, "0");
    wakes = write_file(alarm, "+4");
  }
  if (wakes <= 0) {
    if (exists("/sys/class/rtc/rtc0")) {
      say("%s: nothing would wake it, the clock takes no alarm: %ld", state, wakes);
    } else {
      say("%s: nothing would wake it, there is no clock with an alarm", state);
    }
    return SKIP;
  }
  u64 start = now();
  i64 error = write_file("/sys/power/state", state);
  say("%s%s%s: %ld after %lu ms", state, test ? " pm_test " : "", test ? test : "", error, now() - start);
  if (test) {
    write_file("/sys/power/pm_test", "none");
  }
  return error > 0 ? PASS : FAIL;
}

int check_suspend(void) {
  char states[128];
  if (read_file("/sys/power/state", states, sizeof(states)) <= 0) {
    say("not built in");
    return SKIP;
  }
  say("states: %s", states);
  int status = SKIP;
  /* As far as suspending to idle can be tested: processes frozen, devices suspended. */
  if (exists("/sys/power/pm_test")) {
    status = sleep_once("freeze", "platform");
    if (status == FAIL) {
      return FAIL;
    }
  }
  if (find(states, "freeze")) {
    int real = sleep_once("freeze", 0);
    status = real == SKIP ? status : real;
  }
  if (status != FAIL && find(states, "mem")) {
    int real = sleep_once("mem", 0);
    status = real == SKIP ? status : real;
  }
  return status;
}

int kexec_is_loaded(void) {
  char text[8];
  return read_file("/sys/kernel/kexec_loaded", text, sizeof(text)) > 0 && text[0] == '1';
}

int check_kexec(void) {
  static char line[4096];
  int kernel = open_file("/second/image", O_RDONLY), initramfs = open_file("/second/initramfs", O_RDONLY);
  if (kernel < 0 || initramfs < 0) {
    say("no second kernel");
    return SKIP;
  }
  read_file("/proc/cmdline", line, sizeof(line));
  char *line_end = (char *)find(line, "\n");
  if (line_end) {
    *line_end = 0;
  }
  append(line, sizeof(line), " unprobed_second");
  i64 error = call(kexec_file_load, kernel, initramfs, length(line) + 1, line, 0);
  say("kexec_file_load: %ld%s", error, error == 0 ? ", it starts last" : "");
  /* Not built in; or the other processors cannot be stopped on this board. */
  return error == 0 ? PASS : error == -ENOSYS || error == -EBUSY ? SKIP : FAIL;
}
