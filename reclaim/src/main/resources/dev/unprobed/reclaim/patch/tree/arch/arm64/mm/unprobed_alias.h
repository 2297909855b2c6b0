/* SPDX-License-Identifier: GPL-2.0 */
/* A part of mmu.c: the linear alias of units that may leave. */
#include "unprobed.h"

#ifdef CONFIG_UNPROBED
#define UNPROBED_PAGES	(NO_BLOCK_MAPPINGS | NO_CONT_MAPPINGS)
/* Their code and read-only data follow what is freed after init. */
#define UNPROBED_VMA_END	__unprobed_rodata_end

static phys_addr_t unprobed_size(void)
{
	return __unprobed_rodata_end - __unprobed_text_start;
}

/*
 * The linear alias of code and read-only data is mapped apart, as that of the
 * rest of the kernel: it becomes read-only, and single pages of it writable.
 */
static void __init hide_unprobed_alias(void)
{
	if (unprobed_size())
		memblock_mark_nomap(__pa_symbol(__unprobed_text_start),
				    unprobed_size());
}

static void __init map_unprobed_alias(phys_addr_t kfence_pool, pgd_t *pgdp)
{
	phys_addr_t start = __pa_symbol(__unprobed_text_start);

	arm64_kfence_map_pool(kfence_pool, pgdp);
	if (!unprobed_size())
		return;
	__map_memblock(pgdp, start, start + unprobed_size(), PAGE_KERNEL,
		       UNPROBED_PAGES | NO_EXEC_MAPPINGS);
	memblock_clear_nomap(start, unprobed_size());
}
#else
#define UNPROBED_VMA_END			__initdata_end
#define hide_unprobed_alias()			do { } while (0)
#define map_unprobed_alias(pool, pgdp)		arm64_kfence_map_pool(pool, pgdp)
#endif
