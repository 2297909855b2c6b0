// SPDX-License-Identifier: GPL-2.0
/*
 * Page tables of units that may leave. Their regions, and the linear alias of
 * what is read-only among them, are mapped page by page (see unprobed.h), so
 * an entry can be changed without a neighbour's.
 */
#include <linux/init.h>
#include <linux/mm.h>
#include <linux/pgtable.h>
#include <asm/tlbflush.h>

#include "../../../drivers/base/unprobed.h"
#include "unprobed.h"

static void change(unsigned long start, unsigned long end, pteval_t set,
		   pteval_t clear)
{
	unsigned long addr;

	for (addr = start; addr < end; addr += PAGE_SIZE) {
		pte_t *ptep = virt_to_kpte(addr);
		pte_t pte = READ_ONCE(*ptep);

		if (!pte_none(pte))
			set_pte(ptep, __pte((pte_val(pte) & ~clear) | set));
	}
	flush_tlb_kernel_range(start, end);
}

void arch_unprobed_hide(unsigned long start, unsigned long end)
{
	change(start, end, 0, PTE_VALID);
}

void arch_unprobed_show(unsigned long start, unsigned long end)
{
	change(start, end, PTE_VALID, 0);
}

/* Read-only pages become ordinary ones in the linear map. */
static void open_alias(unsigned long start, unsigned long end)
{
	unsigned long addr;

	start = (unsigned long)lm_alias(start);
	end = (unsigned long)lm_alias(end);
	for (addr = start; addr < end; addr += PAGE_SIZE)
		set_pte(virt_to_kpte(addr),
			pfn_pte(PHYS_PFN(__pa(addr)), pgprot_tagged(PAGE_KERNEL)));
	flush_tlb_kernel_range(start, end);
}

void arch_unprobed_drop(unsigned long start, unsigned long end)
{
	change(start, end, 0, ~0UL);
	if (start >= (unsigned long)__unprobed_text_start &&
	    start < (unsigned long)__unprobed_rodata_end)
		open_alias(start, end);
}

static void protect(void *start, void *end)
{
	change((unsigned long)start, (unsigned long)end, PTE_RDONLY, PTE_WRITE);
}

void arch_unprobed_protect(void)
{
	if (rodata_enabled)
		protect(__unprobed_rodata_start, __unprobed_rodata_end);
}

/* As for the rest of the text: it is no longer patched through the linear map. */
static int __init protect_alias(void)
{
	protect(lm_alias(__unprobed_text_start), lm_alias(__unprobed_rodata_end));
	return 0;
}
pure_initcall(protect_alias);
