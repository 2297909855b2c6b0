/* SPDX-License-Identifier: GPL-2.0 */
/* For vmlinux.lds.S: where units that may leave lie. See mm/unprobed.h. */
#ifdef CONFIG_UNPROBED

#define UNPROBED_REGION(NAME)						\
	. = ALIGN(PAGE_SIZE);						\
	.unprobed.NAME : {						\
		__unprobed_##NAME##_start = .;				\
		*(SORT_BY_NAME(.unprobed.NAME.*))			\
		. = ALIGN(PAGE_SIZE);					\
		__unprobed_##NAME##_end = .;				\
	}

/* Read-only with the rest of the kernel's data, and never freed. */
#define UNPROBED_TABLES							\
	.unprobed.tables : ALIGN(8) {					\
		*(SORT_BY_NAME(.unprobed.exits.*))			\
		. = ALIGN(4);						\
		*(SORT_BY_NAME(.unprobed.inits.*))			\
		. = ALIGN(4);						\
		__unprobed_units_start = .;				\
		KEEP(*(.unprobed.units))				\
		__unprobed_units_end = .;				\
		__unprobed_makers_start = .;				\
		KEEP(*(.unprobed.makers))				\
		__unprobed_makers_end = .;				\
		*(.unprobed.names .unprobed.names.*)			\
	}

#define UNPROBED_TEXT_AND_RODATA					\
	UNPROBED_REGION(text)						\
	UNPROBED_REGION(rodata)

#define UNPROBED_DATA							\
	UNPROBED_REGION(data)

/* The kernel zeroes what lies before __bss_stop. */
#define UNPROBED_BSS							\
	UNPROBED_REGION(bss)						\
	__bss_stop = .;

/* A page table for each stretch of pages, and for what is cut at both ends. */
#define UNPROBED_INIT_TABLES						\
	. += ((__unprobed_rodata_end - __unprobed_text_start +		\
	       __unprobed_bss_end - __unprobed_data_start) /		\
	      (PAGE_SIZE * PAGE_SIZE / 8) + 8) * PAGE_SIZE;

#else
#define UNPROBED_INIT_TABLES
#define UNPROBED_TABLES
#define UNPROBED_TEXT_AND_RODATA
#define UNPROBED_DATA
#define UNPROBED_BSS
#endif
