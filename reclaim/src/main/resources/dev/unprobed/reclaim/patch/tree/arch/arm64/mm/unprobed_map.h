/* SPDX-License-Identifier: GPL-2.0 */
/* A part of mmu.c, where it maps the segments: those of units that may leave. */
#include "unprobed_alias.h"

#ifdef CONFIG_UNPROBED
static void map_kernel_segment(pgd_t *pgdp, void *va_start, void *va_end,
			       pgprot_t prot, struct vm_struct *vma,
			       int flags, unsigned long vm_flags);

/* Code and read-only data; the latter is written until all is initialised. */
static void __init map_unprobed(pgd_t *pgdp, pgprot_t text_prot)
{
	static struct vm_struct text, rodata;

	if (&__unprobed_text_start[0] != __unprobed_text_end)
		map_kernel_segment(pgdp, __unprobed_text_start,
				   __unprobed_text_end, text_prot, &text,
				   UNPROBED_PAGES, VM_NO_GUARD);
	if (&__unprobed_rodata_start[0] != __unprobed_rodata_end)
		map_kernel_segment(pgdp, __unprobed_rodata_start,
				   __unprobed_rodata_end, PAGE_KERNEL, &rodata,
				   UNPROBED_PAGES, VM_NO_GUARD);
}

/* The data of the kernel, and of units that may leave within it. */
static void __init map_unprobed_data(pgd_t *pgdp, struct vm_struct *last)
{
	static struct vm_struct vmas[4];
	void *bounds[] = {
		_data, __unprobed_data_start, __unprobed_data_end,
		__unprobed_bss_start, __unprobed_bss_end,
	};
	int i;

	for (i = 0; i < ARRAY_SIZE(vmas); i++)
		if (bounds[i] != bounds[i + 1])
			map_kernel_segment(pgdp, bounds[i], bounds[i + 1],
					   PAGE_KERNEL, &vmas[i],
					   i & 1 ? UNPROBED_PAGES : 0,
					   VM_NO_GUARD);
	map_kernel_segment(pgdp, bounds[i], _end, PAGE_KERNEL, last, 0, 0);
}
#else
#define map_unprobed(pgdp, prot)		do { } while (0)
#define map_unprobed_data(pgdp, last)		\
	map_kernel_segment(pgdp, _data, _end, PAGE_KERNEL, last, 0, 0)
#endif
