/*
 * The little that the checks need of a C library. They are linked without one, so that a compiler for the target is all
 * that a machine must have. arm64 only.
 */
#ifndef BASE_H
#define BASE_H

typedef unsigned char u8;
typedef unsigned int u32;
typedef unsigned long u64;
typedef long i64;

enum { PASS = 0, FAIL = 1, SKIP = 2 };

#define SYSCALLS(of) \
  of(ioctl, 29) of(mkdirat, 34) of(unlinkat, 35) of(mount, 40) of(umount2, 39) of(ftruncate, 46) of(openat, 56) \
  of(close, 57) of(getdents64, 61) of(lseek, 62) of(read, 63) of(write, 64) of(pread64, 67) of(readlinkat, 78) \
  of(exit_group, 94) of(nanosleep, 101) of(clock_gettime, 113) of(kill, 129) of(sched_setaffinity, 122) \
  of(setsid, 157) of(reboot, 142) of(uname, 160) of(getpid, 172) of(socket, 198) of(bind, 200) of(sendto, 206) \
  of(recvfrom, 207) of(setsockopt, 208) of(munmap, 215) of(clone, 220) of(mmap, 222) of(wait4, 260) \
  of(fsync, 82) of(swapon, 224) of(swapoff, 225) of(finit_module, 273) of(kexec_file_load, 294) of(delete_module, 106) of(fstatfs, 44)

enum {
#define NUMBER(name, number) SYS_##name = number,
  SYSCALLS(NUMBER)
#undef NUMBER
};

/* Returns what the kernel returns: an error is negative. */
i64 call6(i64 number, i64 a, i64 b, i64 c, i64 d, i64 e, i64 f);
#define CALL_OF(_0, a, b, c, d, e, f, ...) call6(_0, (i64)(a), (i64)(b), (i64)(c), (i64)(d), (i64)(e), (i64)(f))
#define call(name, ...) CALL_OF(SYS_##name, ##__VA_ARGS__, 0, 0, 0, 0, 0, 0, 0)

enum { O_RDONLY = 0, O_WRONLY = 1, O_RDWR = 2, O_CREAT = 0100, O_TRUNC = 01000, O_NONBLOCK = 04000 };
enum { EAGAIN = 11, EPIPE = 32, ENOENT = 2, EINVAL = 22, EBUSY = 16, ENOSYS = 38, SIGKILL = 9, SIGCHLD = 17 };

void *memset(void *to, int value, u64 count);
void *memcpy(void *to, const void *from, u64 count);
u64 length(const char *text);
int same(const char *a, const char *b);
/* Where b starts in a, or null. */
const char *find(const char *a, const char *b);
int starts(const char *text, const char *start);
int ends(const char *text, const char *end);
/* The number that text starts with, in a base of 10 or 16. */
u64 number(const char *text, int base);
/* Appends to a buffer of a size, cutting what does not fit; always ended by a NUL. */
void append(char *to, u64 size, const char *text);

/* Prints a line with @R in front: %s, %d, %u, %x. */
void say(const char *format, ...) __attribute__((format(printf, 1, 2)));
/* The same, and returns FAIL. */
#define fail(...) (say(__VA_ARGS__), FAIL)
void say_to(int file, int is_log);

int open_file(const char *path, int flags);
/* At most size - 1 bytes and a NUL; returns the count or a negative error. */
i64 read_file(const char *path, char *to, u64 size);
i64 write_file(const char *path, const char *text);
int exists(const char *path);
/* Milliseconds since boot. */
u64 now(void);
void pause_ms(u64 ms);
/* A process that calls work(data), and its status: what it returned, FAIL if it was killed or took longer. */
int in_child(int (*work)(void *), void *data, u64 limit_ms);
int spawn(int (*work)(void *), void *data);
/* Waits; -1 if it still runs. */
int status_of(int process, u64 limit_ms);
void *shared(u64 size);
void end(int status) __attribute__((noreturn));

/* Calls visit for each name of a folder but . and .. ; type is 4 for a folder, 8 for a file, 10 for a link. */
void each_entry(const char *folder, void (*visit)(const char *folder, const char *name, int type, void *data), void *data);
/* The number behind a name in /proc/meminfo, in KiB. */
u64 memory(const char *name);
/* Of the kernel's pages, in bytes. */
u64 page_size(void);

#endif
