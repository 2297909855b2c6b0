/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Where units that may leave lie in the image, for mmu.c:
 *
 *   __init_end | text, read-only data | _data ... | data | ... | bss | ... _end
 *
 * Each has its own mapping, without blocks and contiguous entries, so that
 * single pages can leave.
 */
#ifndef _ARM64_MM_UNPROBED_H
#define _ARM64_MM_UNPROBED_H

#ifdef CONFIG_UNPROBED
extern char __unprobed_text_start[], __unprobed_text_end[];
extern char __unprobed_rodata_start[], __unprobed_rodata_end[];
extern char __unprobed_data_start[], __unprobed_data_end[];
extern char __unprobed_bss_start[], __unprobed_bss_end[];
#endif

#endif /* _ARM64_MM_UNPROBED_H */
