#ifndef CHECK_H
#define CHECK_H

#include "base.h"

#define UNPROBED "/sys/kernel/debug/unprobed/"

/* Something to try on a running kernel; PASS, FAIL or SKIP, and a line that says why. */
struct check {
  const char *name;
  int (*run)(void);
};

/* Ended by one without a name. */
extern const struct check all_checks[];

int check_memory(void);
int check_files(void);
int check_poke(void);
int check_bind(void);
int check_cpus(void);
int check_suspend(void);
int check_hibernate(void);
int check_kexec(void);
int check_keys(void);
int check_trace(void);
int check_leaks(void);
int check_tables(void);
int check_modules(void);

int kexec_is_loaded(void);
/* Was there an image of memory, and this is not what it was made of? */
int is_not_resumed(void);

#endif
