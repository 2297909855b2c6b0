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
  say("%d kinds of them", count);
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
  /* Reading would be traced, too, and with a debugging kernel that takes minutes. */
  write_file(TRACING "tracing_on", "0");
  i64 got = read_file(TRACING "trace", text, 1 << 20);
  write_file(TRACING "current_tracer", "nop");
  write_file(TRACING "tracing_on", "1");
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
  say("switched on and off for %ld bytes of names", functions);
  return PASS;
}

/*
 * What the regions of units that may leave are mapped as, in bytes: where they were linked to, and in the linear map.
 */
struct region {
  char name[16];
  u64 start, end, freed, mapped, hidden, writable;
  u64 alias, alias_read_only;
};

static struct region regions[8];
static u32 region_count;

static const char *next_word(const char *at) {
  while (*at && *at != ' ') {
    at++;
  }
  return *at ? at + 1 : at;
}

static void read_regions(void) {
  char lines[2048];
  if (read_file(UNPROBED "regions", lines, sizeof(lines)) <= 0) {
    return;
  }
  for (const char *at = lines; *at && region_count < 8; region_count++) {
    struct region *region = regions + region_count;
    const char *start = next_word(at), *end = next_word(start), *freed = next_word(end);
    append(region->name, start - at < 16 ? start - at : 16, at);
    region->start = number(start, 16);
    region->end = number(end, 16);
    region->freed = number(freed, 10);
    at = find(at, "\n") ? find(at, "\n") + 1 : "";
  }
}

/* Text and read-only data: nobody may write to them, by whatever address. */
static int is_read_only(const struct region *region) {
  return same(region->name, "text") || same(region->name, "rodata");
}

/* The number that starts the line with a text, or 0. */
static u64 line_with(const char *lines, const char *what) {
  const char *at = find(lines, what);
  while (at && at > lines && at[-1] != '\n') {
    at--;
  }
  while (at && *at == ' ') {
    at++;
  }
  return at ? number(at, 16) : 0;
}

/* Where the linear map has the regions; 0 if that cannot be told. It starts with the first memory. */
static void find_aliases(void) {
  static char symbols[1 << 16], resources[1 << 16];
  const char *first = find(text, "---[ Linear Mapping start ]---");
  first = first ? find(first, "\n0x") : 0;
  read_file("/proc/kallsyms", symbols, sizeof(symbols));
  read_file("/proc/iomem", resources, sizeof(resources));
  u64 code = line_with(resources, " : Kernel code"), symbol = line_with(symbols, " _stext\n");
  u64 memory = line_with(resources, " : System RAM");
  if (!first || !code || !symbol || memory & ((1ul << 30) - 1)) {
    return;
  }
  for (u32 i = 0; i < region_count; i++) {
    regions[i].alias = regions[i].start - symbol + code - memory + number(first + 3, 16);
  }
}

/* A line of page_tables that can be written and run by the kernel. */
static int is_writable_code(const char *line) {
  return find(line, " RW ") && find(line, " x ") != 0;
}

static u64 overlap(u64 start, u64 end, u64 from, u64 size) {
  u64 low = start > from ? start : from, high = end < from + size ? end : from + size;
  return low < high ? high - low : 0;
}

/* What of the regions a line of page_tables maps. An entry that is there but not valid is shown with an F. */
static void count_mapped(const char *line) {
  const char *dash = find(line, "-0x");
  int writable = find(line, " RW ") != 0, is_invalid = find(line, " F ") != 0;
  if (!starts(line, "0x") || !dash || !(find(line, " ro ") || writable)) {
    return;
  }
  u64 start = number(line + 2, 16), end = number(dash + 3, 16);
  for (u32 i = 0; i < region_count; i++) {
    struct region *region = regions + i;
    u64 size = region->end - region->start, bytes = overlap(start, end, region->start, size);
    *(is_invalid ? &region->hidden : &region->mapped) += bytes;
    region->writable += writable && !is_invalid ? bytes : 0;
    region->alias_read_only += region->alias && !writable ? overlap(start, end, region->alias, size) : 0;
  }
}

/* All that was not given back, and only that, is read-only in the linear map, too. */
static int wrong_protection(const struct region *region, u64 all, u64 page) {
  if (region->writable) {
    say("%s: %lu pages can be written", region->name, region->writable / page);
    return 1;
  }
  if (region->alias && region->alias_read_only / page + region->freed != all) {
    say("%s: %lu pages are read-only in the linear map", region->name, region->alias_read_only / page);
    return 1;
  }
  return 0;
}

/* Exactly what was given back is no longer mapped: not less, and nothing of a neighbour in the same block. */
static int wrong_regions(void) {
  int wrong = 0;
  u64 page = page_size();
  for (u32 i = 0; i < region_count; i++) {
    struct region *region = regions + i;
    u64 all = (region->end - region->start + page - 1) / page;
    say("%s: %lu pages, %lu given back, %lu mapped, %lu hidden%s", region->name, all, region->freed,
        region->mapped / page, region->hidden / page, region->alias ? "" : ", linear map not looked at");
    wrong += (region->mapped + region->hidden) / page + region->freed != all;
    wrong += is_read_only(region) && wrong_protection(region, all, page);
  }
  return wrong;
}

int check_tables(void) {
  u64 lines = 0, bad = 0;
  char *line = text;
  if (read_file("/sys/kernel/debug/kernel_page_tables", text, sizeof(text)) <= 0) {
    say("no kernel_page_tables");
    return SKIP;
  }
  read_regions();
  find_aliases();
  for (char *at = text; *at; at++) {
    if (*at == '\n') {
      *at = 0;
      lines++;
      count_mapped(line);
      if (is_writable_code(line)) {
        say("writable code: %s", line);
        bad++;
      }
      line = at + 1;
    }
  }
  bad += wrong_regions();
  say("%lu lines of page tables, %lu of them wrong", lines, bad);
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
    say("none found by three scans");
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

/* Lines of the plan: poke FILE TEXT. */
int check_poke(void) {
  int count = 0, bad = 0;
  read_file("/plan", text, sizeof(text));
  for (const char *at = text; at && *at;) {
    const char *line_end = find(at, "\n");
    if (starts(at, "poke ")) {
      char path[256] = "", value[256] = "";
      const char *word = at + 5, *second = next_word(word);
      append(path, second - word < 256 ? second - word : 256, word);
      append(value, line_end && line_end - second + 1 < 256 ? line_end - second + 1 : 256, second);
      i64 error = write_file(path, value);
      say("poke %s %s: %ld", path, value, error);
      bad += error < 0;
      count++;
    }
    at = line_end ? line_end + 1 : 0;
  }
  return bad ? FAIL : count ? PASS : SKIP;
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
