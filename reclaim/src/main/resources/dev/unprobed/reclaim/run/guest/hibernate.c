/*
 * Memory is written to a disk, the machine starts anew, and the kernel that starts first, which still has all units,
 * puts back the one that had given them back.
 */
#include "check.h"

#define DISK "/dev/vda"
#define IMAGE_DISK "/sys/power/disk"

enum { SIGNATURE = 10, FIELDS = 1024, MEBIBYTES = 512 };

static u8 header[1 << 16];

/* What mkswap writes, or the kernel in its place when there is an image behind it. */
static int has_header(u64 page) {
  int disk = open_file(DISK, O_RDONLY);
  i64 got = call(read, disk, header, page);
  call(close, disk);
  header[page - 1] = 0;
  const char *signature = (const char *)header + page - SIGNATURE;
  return got == (i64)page && (starts(signature, "SWAPSPAC") || starts(signature, "S1SUSPEN"));
}

/* include/linux/swap.h has it: version, last page, bad pages; the signature ends the page. */
static i64 write_header(u64 page) {
  u32 fields[3] = {1, (u32)(((u64)MEBIBYTES << 20) / page - 1), 0};
  memset(header, 0, page);
  memcpy(header + FIELDS, fields, sizeof(fields));
  memcpy(header + page - SIGNATURE, "SWAPSPACE2", SIGNATURE);
  int disk = open_file(DISK, O_WRONLY);
  i64 wrote = call(write, disk, header, page);
  call(fsync, disk);
  call(close, disk);
  return wrote;
}

int is_not_resumed(void) {
  return exists(DISK) && exists(IMAGE_DISK) && has_header(page_size());
}

static int logged(const char *text) {
  static char record[8192];
  int log = open_file("/dev/kmsg", O_RDONLY | O_NONBLOCK), is_there = 0;
  i64 got;
  while (!is_there && ((got = call(read, log, record, sizeof(record) - 1)) > 0 || got == -EPIPE)) {
    record[got > 0 ? got : 0] = 0;
    is_there = find(record, text) != 0;
  }
  call(close, log);
  return is_there;
}

/*
 * Once the image is back, the kernel clears what is free (kernel/power/snapshot.c, clear_or_poison_free_pages()). It
 * does not look whether debug_pagealloc has unmapped that, and oopses, whether or not units have left.
 */
static int clears_unmapped_pages(void) {
  static char command_line[4096];
  read_file("/proc/cmdline", command_line, sizeof(command_line));
  return find(command_line, "debug_pagealloc=on") && (find(command_line, "page_poison=1") || logged("heap free:on"));
}

int check_hibernate(void) {
  u64 page = page_size();
  if (!exists(IMAGE_DISK) || !exists(DISK)) {
    say(exists(DISK) ? "not built in" : "no disk");
    return SKIP;
  }
  if (clears_unmapped_pages()) {
    say("the kernel itself cannot come back with debug_pagealloc=on and init_on_free=1 or page_poison=1");
    return SKIP;
  }
  i64 wrote = write_header(page);
  i64 error = wrote < 0 ? wrote : call(swapon, DISK, 0);
  if (error < 0) {
    return fail("no swap on the disk: %ld", error);
  }
  u64 start = now();
  error = write_file(IMAGE_DISK, "reboot");
  error = error < 0 ? error : write_file("/sys/power/state", "disk");
  say("disk: %ld after %lu ms", error, now() - start);
  call(swapoff, DISK);
  memset(header, 0, page);
  int disk = open_file(DISK, O_WRONLY);
  call(write, disk, header, page);
  call(close, disk);
  return error > 0 ? check_memory() : FAIL;
}
