/* SPDX-License-Identifier: GPL-2.0 */
/* What unprobed.c and unprobed_pages.c know of each other. */
#ifndef _DRIVERS_BASE_UNPROBED_H
#define _DRIVERS_BASE_UNPROBED_H

#include <linux/types.h>

enum unprobed_region_id {
	UNPROBED_TEXT,
	UNPROBED_RODATA,
	UNPROBED_DATA,
	UNPROBED_BSS,
	UNPROBED_REGIONS,
};

/*
 * A unit that may leave, as the generated table has it. All fields are
 * offsets from themselves, so the table needs no relocation. Where a range
 * ends, the one of the next unit begins.
 */
struct unprobed_unit {
	s32 name;
	s32 at[UNPROBED_REGIONS];
	s32 exits;
	s32 inits;
	s32 modname;
	s32 links;
	s32 declares;
};

/* A unit that stays, and makes devices for units that may leave. */
struct unprobed_maker {
	s32 name;
	u32 count;
	s32 drivers;
};

enum unprobed_state {
	UNPROBED_STAYS,
	UNPROBED_LEAVING,
	UNPROBED_LEFT,
	UNPROBED_QUARANTINE,
	UNPROBED_STUCK,
};

extern const struct unprobed_unit __unprobed_units_start[];
extern const struct unprobed_unit __unprobed_units_end[];
extern const struct unprobed_maker __unprobed_makers_start[];
extern const struct unprobed_maker __unprobed_makers_end[];

extern char __unprobed_text_start[], __unprobed_text_end[];
extern char __unprobed_rodata_start[], __unprobed_rodata_end[];
extern char __unprobed_data_start[], __unprobed_data_end[];
extern char __unprobed_bss_start[], __unprobed_bss_end[];

static inline unsigned long unprobed_at(const s32 *offset)
{
	return (unsigned long)offset + *offset;
}

/* unprobed.c */
unsigned int unprobed_count(void);
enum unprobed_state unprobed_state(unsigned int unit);
const char *unprobed_name(unsigned int unit);
void unprobed_touch(unsigned int unit);
bool unprobed_want(unsigned int unit);

/* unprobed_nodes.c: a unit leaves whose driver has this table. */
struct of_device_id;
#ifdef CONFIG_OF_DYNAMIC
void unprobed_remember(unsigned int unit, const struct of_device_id *matches);
#else
static inline void unprobed_remember(unsigned int unit,
				     const struct of_device_id *matches)
{
}
#endif

/* unprobed_pages.c */
struct seq_file;
int unprobed_unit_of(enum unprobed_region_id region, unsigned long addr);
unsigned long unprobed_start(unsigned int unit, enum unprobed_region_id region);
unsigned long unprobed_bytes(unsigned int unit);
bool unprobed_within(unsigned int unit, unsigned long addr);
int unprobed_pages_init(void);
void unprobed_hide_pages(void);
unsigned long unprobed_free_pages(void);
unsigned long unprobed_freed(void);
void unprobed_show_regions(struct seq_file *m);

/* The architecture's, for pages that it mapped one by one. */
void arch_unprobed_protect(void);
void arch_unprobed_hide(unsigned long start, unsigned long end);
void arch_unprobed_show(unsigned long start, unsigned long end);
void arch_unprobed_drop(unsigned long start, unsigned long end);

#endif /* _DRIVERS_BASE_UNPROBED_H */
