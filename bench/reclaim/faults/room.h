/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Room in a unit's code and zeroed data, so large that what lies on both sides
 * of its ends would be mapped by one block of 2 MiB, if blocks were used.
 */
#ifndef ROOM_H
#define ROOM_H

#include <linux/stringify.h>
#include <linux/types.h>

#define ROOM_BYTES	0x280000
#define ROOM_WORD	0xd503201f	/* nop */

#define FAULT_ROOM						\
asm(".pushsection .text\n"					\
    "room:	.fill " __stringify(ROOM_BYTES / 4) ", 4, "	\
		__stringify(ROOM_WORD) "\n"			\
    ".popsection");						\
extern const u32 room[ROOM_BYTES / 4];				\
static u32 zeroed[ROOM_BYTES / 4]

#endif
