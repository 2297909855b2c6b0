#include "base.h"

static int console = 1;
static int through_log;

i64 call6(i64 number, i64 a, i64 b, i64 c, i64 d, i64 e, i64 f) {
  register i64 x8 __asm__("x8") = number;
  register i64 x0 __asm__("x0") = a;
  register i64 x1 __asm__("x1") = b;
  register i64 x2 __asm__("x2") = c;
  register i64 x3 __asm__("x3") = d;
  register i64 x4 __asm__("x4") = e;
  register i64 x5 __asm__("x5") = f;
  __asm__ volatile("svc 0" : "+r"(x0) : "r"(x8), "r"(x1), "r"(x2), "r"(x3), "r"(x4), "r"(x5) : "memory");
  return x0;
}

/* The compiler calls these by itself. */
void *memset(void *to, int value, u64 count) {
  for (volatile u8 *byte = to; count > 0; count--) {
    *byte++ = (u8)value;
  }
  return to;
}

void *memcpy(void *to, const void *from, u64 count) {
  volatile u8 *out = to;
  for (const u8 *in = from; count > 0; count--) {
    *out++ = *in++;
  }
  return to;
}

u64 length(const char *text) {
  u64 count = 0;
  while (text[count]) {
    count++;
  }
  return count;
}

int same(const char *a, const char *b) {
  return length(a) == length(b) && starts(a, b);
}

int starts(const char *text, const char *start) {
  while (*start && *text == *start) {
    text++;
    start++;
  }
  return *start == 0;
}

int ends(const char *text, const char *end) {
  u64 all = length(text), tail = length(end);
  return all >= tail && same(text + all - tail, end);
}

const char *find(const char *a, const char *b) {
  for (; *a; a++) {
    if (starts(a, b)) {
      return a;
    }
  }
  return 0;
}

u64 number(const char *text, int base) {
  u64 value = 0;
  for (;; text++) {
    int digit = *text >= '0' && *text <= '9' ? *text - '0' : *text >= 'a' && *text <= 'f' ? *text - 'a' + 10 : 99;
    if (digit >= base) {
      return value;
    }
    value = value * base + digit;
  }
}

void append(char *to, u64 size, const char *text) {
  u64 at = length(to);
  while (at + 1 < size && *text) {
    to[at++] = *text++;
  }
  to[at] = 0;
}

static void append_number(char *to, u64 size, u64 value, u32 base) {
  char digits[24] = "";
  int at = sizeof(digits) - 1;
  do {
    digits[--at] = "0123456789abcdef"[value % base];
    value /= base;
  } while (value);
  append(to, size, digits + at);
}

void say_to(int file, int is_log) {
  console = file;
  through_log = is_log;
}

void say(const char *format, ...) {
  char line[900] = "";
  __builtin_va_list arguments;
  __builtin_va_start(arguments, format);
  append(line, sizeof(line), through_log ? "<0>@R " : "@R ");
  for (; *format; format++) {
    char one[2] = {*format, 0};
    if (*format != '%') {
      append(line, sizeof(line) - 1, one);
      continue;
    }
    format += format[1] == 'l' ? 2 : 1;
    if (*format == 's') {
      append(line, sizeof(line) - 1, __builtin_va_arg(arguments, const char *));
    } else if (*format == 'd') {
      i64 value = format[-1] == 'l' ? __builtin_va_arg(arguments, i64) : __builtin_va_arg(arguments, int);
      append(line, sizeof(line) - 1, value < 0 ? "-" : "");
      append_number(line, sizeof(line) - 1, value < 0 ? -value : value, 10);
    } else {
      u64 value = format[-1] == 'l' ? __builtin_va_arg(arguments, u64) : __builtin_va_arg(arguments, u32);
      append_number(line, sizeof(line) - 1, value, *format == 'x' ? 16 : 10);
    }
  }
  append(line, sizeof(line), "\n");
  __builtin_va_end(arguments);
  call(write, console, line, length(line));
}

int open_file(const char *path, int flags) {
  return call(openat, -100, path, flags, 0644);
}

i64 read_file(const char *path, char *to, u64 size) {
  int file = open_file(path, O_RDONLY | O_NONBLOCK);
  u64 count = 0;
  i64 got = file;
  to[0] = 0;
  if (file < 0) {
    return file;
  }
  while (count + 1 < size && (got = call(read, file, to + count, size - 1 - count)) > 0) {
    count += got;
  }
  call(close, file);
  to[count] = 0;
  return got < 0 ? got : (i64)count;
}

i64 write_file(const char *path, const char *text) {
  int file = open_file(path, O_WRONLY);
  i64 result = file;
  if (file >= 0) {
    result = call(write, file, text, length(text));
    call(close, file);
  }
  return result;
}

int exists(const char *path) {
  char link[8];
  i64 result = call(readlinkat, -100, path, link, sizeof(link));
  return result >= 0 || result == -EINVAL;
}

u64 now(void) {
  i64 time[2];
  call(clock_gettime, 7, time);
  return time[0] * 1000 + time[1] / 1000000;
}

void pause_ms(u64 ms) {
  i64 time[2] = {ms / 1000, ms % 1000 * 1000000};
  call(nanosleep, time, 0);
}

void end(int status) {
  for (;;) {
    call(exit_group, status);
  }
}

int spawn(int (*work)(void *), void *data) {
  int process = call(clone, SIGCHLD);
  if (process == 0) {
    end(work(data));
  }
  return process;
}

int status_of(int process, u64 limit_ms) {
  u64 start = now();
  for (;;) {
    int status = 0;
    i64 ended = call(wait4, process, &status, 1, 0);
    if (ended == process) {
      return (status & 0x7f) == 0 ? status >> 8 & 0xff : fail("ended by signal %d", status & 0x7f);
    }
    if (now() - start >= limit_ms) {
      return -1;
    }
    pause_ms(2);
  }
}

int in_child(int (*work)(void *), void *data, u64 limit_ms) {
  int process = spawn(work, data);
  int status = status_of(process, limit_ms);
  if (status < 0) {
    say("still busy after %lu ms", limit_ms);
    call(kill, process, SIGKILL);
    status_of(process, 3000);
    status = FAIL;
  }
  return status;
}

void *shared(u64 size) {
  return (void *)call(mmap, 0, size, 3, 0x21, -1, 0);
}

void each_entry(const char *folder, void (*visit)(const char *, const char *, int, void *), void *data) {
  struct entry {
    u64 inode, next;
    unsigned short size;
    u8 type;
    char name[];
  };
  u64 buffer[1024];
  int file = open_file(folder, O_RDONLY | 040000);
  i64 got;
  if (file < 0) {
    return;
  }
  while ((got = call(getdents64, file, buffer, sizeof(buffer))) > 0) {
    for (u64 at = 0; at < (u64)got;) {
      struct entry *entry = (struct entry *)((u8 *)buffer + at);
      at += entry->size;
      if (!same(entry->name, ".") && !same(entry->name, "..")) {
        visit(folder, entry->name, entry->type, data);
      }
    }
  }
  call(close, file);
}

u64 memory(const char *name) {
  char text[4096];
  read_file("/proc/meminfo", text, sizeof(text));
  const char *at = find(text, name);
  if (!at) {
    return 0;
  }
  at += length(name) + 1;
  while (*at == ' ') {
    at++;
  }
  return number(at, 10);
}

u64 page_size(void) {
  static char maps[1 << 16];
  read_file("/proc/self/smaps", maps, sizeof(maps));
  const char *at = find(maps, "KernelPageSize:");
  for (at = at ? at + 15 : "4"; *at == ' '; at++) {
  }
  return number(at, 10) * 1024;
}
