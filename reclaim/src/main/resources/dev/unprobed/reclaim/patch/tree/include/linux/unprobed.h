/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Giving back the memory of built-in drivers that cannot bind: what the rest
 * of the kernel sees of it. See drivers/base/unprobed.c.
 */
#ifndef _LINUX_UNPROBED_H
#define _LINUX_UNPROBED_H

#ifdef CONFIG_UNPROBED
#include <linux/types.h>

struct kset;
struct module_kobject;
struct pt_regs;

/* Notes what an initcall returned. */
void unprobed_initcall(int (*fn)(void), int ret);

/* All initcalls are done and read-only data is read-only: decide. */
void unprobed_boot_done(void);

/* Is there code that can run, in a unit that may leave? */
bool unprobed_text(unsigned long addr);

/* Was there something that has been given back, or is about to be? */
bool unprobed_gone(unsigned long addr);

/* A module wants what is there. Is it gone? Otherwise it stays from now on. */
bool unprobed_wanted(unsigned long addr);

/* Has an access to what is gone been mended? If so, it can be repeated. */
bool unprobed_fault(unsigned long addr, struct pt_regs *regs);

/* In the files whose data it is. */
struct kset *unprobed_buses(void);
void unprobed_free_module(struct module_kobject *module);
#ifdef CONFIG_DYNAMIC_DEBUG_CORE
void unprobed_forget_debug(void);
#else
static inline void unprobed_forget_debug(void)
{
}
#endif
#ifdef CONFIG_KPROBES
void unprobed_kill_kprobes(unsigned long start, unsigned long end);
#else
static inline void unprobed_kill_kprobes(unsigned long start, unsigned long end)
{
}
#endif

#else

/*
 * No functions, not even inline ones: the compiler numbers what it sees, and
 * some numbers end up in kallsyms. Without the option nothing may change.
 */
#define unprobed_initcall(fn, ret)	do { } while (0)
#define unprobed_boot_done()		do { } while (0)
#define unprobed_gone(addr)		false
#define unprobed_wanted(addr)		false
#define unprobed_fault(addr, regs)	false

#endif /* CONFIG_UNPROBED */

#endif /* _LINUX_UNPROBED_H */
