/* All free memory is filled with a pattern and read back: in the page cache by copies, and as anonymous memory. */
#include "check.h"

enum { CHUNK = 1 << 16, WORDS = CHUNK / 8, PAGE_WORDS = 512 };

/* Of the memory, some is needed to go on: at least for the tables of the pages that are filled. */
static u64 reserve_kib;

static u64 chunk[WORDS];

static u64 pattern(u64 at) {
  return (at + 1) * 0x9e3779b97f4a7c15ul;
}

static int fill_files(void) {
  u64 chunks = 0;
  int file = open_file("/fill/file", O_RDWR | O_CREAT | O_TRUNC);
  if (file < 0) {
    return fail("no tmpfs: %d", file);
  }
  while (memory("MemFree:") > reserve_kib) {
    for (int part = 0; part < 16; part++, chunks++) {
      for (u64 i = 0; i < WORDS; i++) {
        chunk[i] = pattern(chunks * WORDS + i);
      }
      if (call(write, file, chunk, CHUNK) != CHUNK) {
        goto full;
      }
    }
  }
full:
  say("page cache: %lu KiB written, to be read back", chunks * (CHUNK / 1024));
  for (u64 c = 0; c < chunks; c++) {
    if (call(pread64, file, chunk, CHUNK, c * CHUNK) != CHUNK) {
      return fail("page cache: cannot read at %lu", c * CHUNK);
    }
    for (u64 i = 0; i < WORDS; i++) {
      if (chunk[i] != pattern(c * WORDS + i)) {
        return fail("page cache: at %lx is %lx", c * CHUNK + i * 8, chunk[i]);
      }
    }
  }
  call(close, file);
  call(unlinkat, -100, "/fill/file", 0);
  return chunks > 0 ? PASS : FAIL;
}

static int fill_anonymous(void *unused) {
  (void)unused;
  write_file("/proc/self/oom_score_adj", "1000");
  u64 size = memory("MemFree:") - reserve_kib, words = size * 128;
  u64 *all = (u64 *)call(mmap, 0, size * 1024, 3, 0x22, -1, 0);
  if ((i64)all < 0 && (i64)all > -4096) {
    return fail("anonymous: no address space for %lu KiB", size);
  }
  for (u64 i = 0; i < words; i++) {
    all[i] = pattern(i);
  }
  for (u64 i = 0; i < words; i++) {
    if (all[i] != pattern(i)) {
      return fail("anonymous: at %lx is %lx", i * 8, all[i]);
    }
  }
  say("anonymous: %lu KiB written and read back", size);
  return PASS;
}

int check_memory(void) {
  int status = PASS;
  reserve_kib = 6144 + memory("MemTotal:") / 128;
  write_file("/proc/sys/vm/min_free_kbytes", "512");
  /* Where blocks of pages are large it would keep one of them free, which is 32 MiB with pages of 16 KiB. */
  write_file("/proc/sys/vm/watermark_boost_factor", "0");
  write_file("/proc/sys/vm/drop_caches", "3");
  call(mkdirat, -100, "/fill", 0755);
  call(mount, "tmpfs", "/fill", "tmpfs", 0, "size=100%");
  for (int round = 0; round < 2 && status == PASS; round++) {
    status = fill_files();
    if (status == PASS) {
      status = in_child(fill_anonymous, 0, 300000);
    }
  }
  call(umount2, "/fill", 0);
  return status;
}
