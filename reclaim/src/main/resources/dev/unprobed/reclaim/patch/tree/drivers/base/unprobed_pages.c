// SPDX-License-Identifier: GPL-2.0
/*
 * The pages of units that leave: which they are, who has to forget them, and
 * how they come back to the system.
 *
 * The linker gathers what may leave in four regions, sorted by unit. A page
 * is given back when all of it belongs to units that left. Until then it may
 * be hidden for a while: still there, but not mapped, so that a user that
 * nobody knew of is caught and named instead of reading what is no longer so.
 */
#define pr_fmt(fmt) "unprobed: " fmt

#include <linux/bitmap.h>
#include <linux/ftrace.h>
#include <linux/jump_label.h>
#include <linux/kmemleak.h>
#include <linux/lockdep.h>
#include <linux/memory.h>
#include <linux/mm.h>
#include <linux/poison.h>
#include <linux/ptrace.h>
#include <linux/seq_file.h>
#include <linux/slab.h>
#include <linux/unprobed.h>

#include "unprobed.h"

/**
 * struct region - memory that units share, a unit a stretch
 * @gone: pages that nobody may use, hidden or given back
 * @freed: pages that were given back
 */
struct region {
	const char *name;
	unsigned long start, end;
	unsigned long *gone, *freed;
};

#define REGION(NAME) {						\
	.name = #NAME,						\
	.start = (unsigned long)__unprobed_##NAME##_start,	\
	.end = (unsigned long)__unprobed_##NAME##_end,		\
}

static struct region regions[UNPROBED_REGIONS] = {
	[UNPROBED_TEXT] = REGION(text),
	[UNPROBED_RODATA] = REGION(rodata),
	[UNPROBED_DATA] = REGION(data),
	[UNPROBED_BSS] = REGION(bss),
};

static bool ready;

static unsigned long pages(const struct region *region)
{
	return (region->end - region->start) >> PAGE_SHIFT;
}

/* Who asks what is text may be a tracer of functions, so these are not traced. */
static inline unsigned long page_of(const struct region *region, unsigned long addr)
{
	return (addr - region->start) >> PAGE_SHIFT;
}

static unsigned long address(const struct region *region, unsigned long page)
{
	return region->start + (page << PAGE_SHIFT);
}

static inline bool within(const struct region *region, unsigned long addr)
{
	return addr >= region->start && addr < region->end;
}

bool notrace unprobed_text(unsigned long addr)
{
	const struct region *text = &regions[UNPROBED_TEXT];

	if (!within(text, addr))
		return false;
	return !READ_ONCE(ready) || !test_bit(page_of(text, addr), text->gone);
}

/* The unit that an address of any region belongs to, or less than 0. */
static int find_unit(unsigned long addr)
{
	int i;

	for (i = 0; READ_ONCE(ready) && i < UNPROBED_REGIONS; i++)
		if (within(&regions[i], addr))
			return unprobed_unit_of(i, addr);
	return -1;
}

static bool leaves(unsigned int unit)
{
	enum unprobed_state state = unprobed_state(unit);

	return state == UNPROBED_LEFT || state == UNPROBED_QUARANTINE;
}

bool unprobed_gone(unsigned long addr)
{
	int unit = find_unit(addr);

	return unit >= 0 && leaves(unit);
}

bool unprobed_wanted(unsigned long addr)
{
	int unit = find_unit(addr);

	return unit >= 0 && !unprobed_want(unit);
}

unsigned long unprobed_start(unsigned int unit, enum unprobed_region_id region)
{
	return unprobed_at(&__unprobed_units_start[unit].at[region]);
}

/* The unit that an address of a region belongs to. */
int unprobed_unit_of(enum unprobed_region_id region, unsigned long addr)
{
	unsigned int low = 0, high = unprobed_count();

	if (!within(&regions[region], addr))
		return -1;
	while (low < high) {
		unsigned int middle = (low + high) / 2;

		if (unprobed_start(middle + 1, region) > addr)
			high = middle;
		else
			low = middle + 1;
	}
	return low < unprobed_count() ? low : -1;
}

bool unprobed_within(unsigned int unit, unsigned long addr)
{
	int region;

	for (region = 0; region < UNPROBED_REGIONS; region++)
		if (addr >= unprobed_start(unit, region) &&
		    addr < unprobed_start(unit + 1, region))
			return true;
	return false;
}

unsigned long unprobed_bytes(unsigned int unit)
{
	unsigned long bytes = 0;
	int region;

	for (region = 0; region < UNPROBED_REGIONS; region++)
		bytes += unprobed_start(unit + 1, region) -
			 unprobed_start(unit, region);
	return bytes;
}

/* Runs of units that left, rounded inward to pages. */
static void mark_leaving(const struct region *region, unsigned long *marks)
{
	unsigned int unit = 0, count = unprobed_count();
	int id = region - regions;

	bitmap_zero(marks, pages(region));
	while (unit < count) {
		unsigned long start, end;

		if (!leaves(unit)) {
			unit++;
			continue;
		}
		/* The region starts and ends at a page, whatever its units do. */
		start = unit ? unprobed_start(unit, id) : region->start;
		while (unit < count && leaves(unit))
			unit++;
		end = unit < count ? unprobed_start(unit, id) : region->end;
		start = PAGE_ALIGN(start);
		end &= PAGE_MASK;
		if (start < end)
			bitmap_set(marks, page_of(region, start),
				   (end - start) >> PAGE_SHIFT);
	}
}

/* Those who keep addresses of a run, or patch it, let go of it. */
static void forget(int region, unsigned long start, unsigned long end)
{
	if (region == UNPROBED_TEXT) {
		ftrace_free_mem(NULL, (void *)start, (void *)end);
		unprobed_kill_kprobes(start, end);
	}
	if (region != UNPROBED_TEXT) {
		/* Keys of locks are data, their names are read-only. */
		lockdep_free_key_range((void *)start, end - start);
		kmemleak_free_part((void *)start, end - start);
	}
}

/* From now on nobody patches what is gone; who has begun, ends it. */
static void wait_for_patchers(void)
{
	jump_label_lock();
	jump_label_unlock();
	mutex_lock(&text_mutex);
	mutex_unlock(&text_mutex);
}

/**
 * unprobed_hide_pages - take the pages of units that left out of use
 *
 * They are no longer mapped where they were linked to, and can be shown again.
 */
void unprobed_hide_pages(void)
{
	unsigned long *fresh[UNPROBED_REGIONS];
	unsigned long from, to;
	int i;

	for (i = 0; i < UNPROBED_REGIONS; i++) {
		struct region *region = &regions[i];

		fresh[i] = bitmap_zalloc(pages(region) + 1, GFP_KERNEL | __GFP_NOFAIL);
		mark_leaving(region, fresh[i]);
		bitmap_andnot(fresh[i], fresh[i], region->gone, pages(region));
		bitmap_or(region->gone, region->gone, fresh[i], pages(region));
	}
	unprobed_forget_debug();
	wait_for_patchers();
	for (i = 0; i < UNPROBED_REGIONS; i++) {
		struct region *region = &regions[i];

		for_each_set_bitrange(from, to, fresh[i], pages(region)) {
			forget(i, address(region, from), address(region, to));
			arch_unprobed_hide(address(region, from), address(region, to));
		}
		bitmap_free(fresh[i]);
	}
}

static unsigned long free_run(struct region *region, unsigned long from,
			      unsigned long to)
{
	unsigned long start = address(region, from), end = address(region, to);

	arch_unprobed_drop(start, end);
	bitmap_set(region->freed, from, to - from);
	return free_reserved_area(lm_alias(start), lm_alias(end),
				  POISON_FREE_INITMEM, NULL);
}

/**
 * unprobed_free_pages - give hidden pages back to the system
 *
 * A page that is hidden but belongs to a unit that was touched meanwhile is
 * shown again. The virtual addresses stay taken: kallsyms does not expect
 * anything else there.
 *
 * Return: the number of pages given back.
 */
unsigned long unprobed_free_pages(void)
{
	unsigned long from, to, freed = 0;
	unsigned long *marks;
	int i;

	for (i = 0; i < UNPROBED_REGIONS; i++) {
		struct region *region = &regions[i];
		unsigned long n = pages(region);

		marks = bitmap_zalloc(n + 1, GFP_KERNEL | __GFP_NOFAIL);
		mark_leaving(region, marks);
		bitmap_and(marks, marks, region->gone, n);
		bitmap_andnot(marks, marks, region->freed, n);
		for_each_set_bitrange(from, to, marks, n)
			freed += free_run(region, from, to);
		bitmap_andnot(marks, region->gone, region->freed, n);
		for_each_set_bitrange(from, to, marks, n) {
			arch_unprobed_show(address(region, from), address(region, to));
			bitmap_clear(region->gone, from, to - from);
		}
		bitmap_free(marks);
	}
	return freed;
}

/* Pages given back so far. */
unsigned long unprobed_freed(void)
{
	unsigned long freed = 0;
	int i;

	for (i = 0; ready && i < UNPROBED_REGIONS; i++)
		freed += bitmap_weight(regions[i].freed, pages(&regions[i]));
	return freed;
}

/* Pages that a unit has a part of are mapped again, unless they are free. */
static void show_unit(unsigned int unit)
{
	unsigned long page, last;
	int i;

	for (i = 0; i < UNPROBED_REGIONS; i++) {
		struct region *region = &regions[i];
		unsigned long start = unprobed_start(unit, i);
		unsigned long end = unprobed_start(unit + 1, i);

		if (start == end)
			continue;
		last = page_of(region, end - 1);
		for (page = page_of(region, start); page <= last; page++) {
			if (!test_bit(page, region->gone) ||
			    test_bit(page, region->freed))
				continue;
			arch_unprobed_show(address(region, page),
					   address(region, page + 1));
			clear_bit(page, region->gone);
		}
	}
}

/**
 * unprobed_fault - an access in kernel mode hit a page that is not mapped
 *
 * In quarantine the unit comes back for good, and the culprit is named. Later
 * there is nothing to be done but to say what was there.
 */
bool unprobed_fault(unsigned long addr, struct pt_regs *regs)
{
	int i, unit;

	if (!READ_ONCE(ready))
		return false;
	for (i = 0; i < UNPROBED_REGIONS; i++) {
		struct region *region = &regions[i];

		if (!within(region, addr) ||
		    !test_bit(page_of(region, addr), region->gone))
			continue;
		unit = unprobed_unit_of(i, addr);
		if (unit < 0)
			return false;
		pr_err("%s: %s touched at %pS by %pS after it left\n",
		       unprobed_name(unit), region->name, (void *)addr,
		       (void *)instruction_pointer(regs));
		if (test_bit(page_of(region, addr), region->freed))
			return false;
		unprobed_touch(unit);
		show_unit(unit);
		return true;
	}
	return false;
}

void unprobed_show_regions(struct seq_file *m)
{
	int i;

	for (i = 0; i < UNPROBED_REGIONS; i++)
		seq_printf(m, "%s %lx %lx %u\n", regions[i].name,
			   regions[i].start, regions[i].end,
			   bitmap_weight(regions[i].freed, pages(&regions[i])));
}

int __init unprobed_pages_init(void)
{
	int i;

	for (i = 0; i < UNPROBED_REGIONS; i++) {
		struct region *region = &regions[i];

		region->gone = bitmap_zalloc(pages(region) + 1, GFP_KERNEL);
		region->freed = bitmap_zalloc(pages(region) + 1, GFP_KERNEL);
		if (!region->gone || !region->freed)
			return -ENOMEM;
	}
	/* What is read-only after init has pointers; kmemleak knows of the rest. */
	if (pages(&regions[UNPROBED_RODATA]))
		kmemleak_alloc((void *)regions[UNPROBED_RODATA].start,
			       regions[UNPROBED_RODATA].end -
			       regions[UNPROBED_RODATA].start, 0, GFP_KERNEL);
	/* Others look at the bitmaps only when they are there. */
	smp_wmb();
	WRITE_ONCE(ready, true);
	return 0;
}
