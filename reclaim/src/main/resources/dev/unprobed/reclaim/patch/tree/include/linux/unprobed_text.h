/* SPDX-License-Identifier: GPL-2.0 */
/*
 * For the few files that ask what is text of the kernel: also text that lies
 * outside [_stext, _etext) because it may leave. Not in the header that
 * declares these functions, which most of the kernel includes.
 */
#ifndef _LINUX_UNPROBED_TEXT_H
#define _LINUX_UNPROBED_TEXT_H

#ifdef CONFIG_UNPROBED
#include <linux/kallsyms.h>
#include <linux/unprobed.h>

#define is_kernel_text(addr) (is_kernel_text(addr) || unprobed_text(addr))
#define is_ksym_addr(addr) (is_ksym_addr(addr) || unprobed_text(addr))
#endif

#endif /* _LINUX_UNPROBED_TEXT_H */
