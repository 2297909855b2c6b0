/* SPDX-License-Identifier: GPL-2.0 */
/* A part of map_kernel.c: the mappings of units that may leave. */
#include "../../mm/unprobed.h"

#ifdef CONFIG_UNPROBED

/* Page by page, so that there are neither blocks nor contiguous entries. */
static void __init map_pages(u64 *pgd, u64 va_offset, char *start, char *end,
			     pgprot_t prot, int root_level)
{
	for (; start < end; start += PAGE_SIZE)
		map_segment(init_pg_dir, pgd, va_offset, start,
			    start + PAGE_SIZE, prot, false, root_level);
}

static void __init map_unprobed_text(u64 *pgd, u64 va_offset, pgprot_t prot,
				     int root_level)
{
	map_pages(pgd, va_offset, __unprobed_text_start, __unprobed_text_end,
		  prot, root_level);
}

static void __init map_unprobed_rodata(u64 *pgd, u64 va_offset, pgprot_t prot,
				       int root_level)
{
	map_pages(pgd, va_offset, __unprobed_rodata_start,
		  __unprobed_rodata_end, prot, root_level);
}

/* The data of the kernel, and of units that may leave within it. */
static void __init map_unprobed_data(pgd_t *pg_dir, u64 *pgd, u64 va_offset,
				     void *start, void *end, pgprot_t prot,
				     bool may_use_cont, int root_level)
{
	map_segment(pg_dir, pgd, va_offset, start, __unprobed_data_start, prot,
		    may_use_cont, root_level);
	map_pages(pgd, va_offset, __unprobed_data_start, __unprobed_data_end,
		  prot, root_level);
	map_segment(pg_dir, pgd, va_offset, __unprobed_data_end,
		    __unprobed_bss_start, prot, may_use_cont, root_level);
	map_pages(pgd, va_offset, __unprobed_bss_start, __unprobed_bss_end,
		  prot, root_level);
	map_segment(pg_dir, pgd, va_offset, __unprobed_bss_end, end, prot,
		    may_use_cont, root_level);
}

#else
#define map_unprobed_data				map_segment
#define map_unprobed_text(pgd, offset, prot, level)	do { } while (0)
#define map_unprobed_rodata(pgd, offset, prot, level)	do { } while (0)
#endif
