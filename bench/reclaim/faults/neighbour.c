// SPDX-License-Identifier: GPL-2.0
/*
 * Stays, for a node of the board is its device; a part of the block of pages
 * that it starts in leaves. By hand it is asked whether all of it is there.
 */
#include <linux/of.h>
#include "faults.h"
#include "room.h"

FAULT_ROOM;

/* Returns how many words are not what they should be. */
static int neighbour_probe(struct platform_device *unused)
{
	unsigned int i, bad = 0;

	for (i = 0; i < ARRAY_SIZE(room); i++)
		bad += READ_ONCE(room[i]) != ROOM_WORD;
	for (i = 0; i < ARRAY_SIZE(zeroed); i++)
		WRITE_ONCE(zeroed[i], i);
	for (i = 0; i < ARRAY_SIZE(zeroed); i++)
		bad += READ_ONCE(zeroed[i]) != i;
	return bad;
}

static const struct of_device_id neighbour_of_match[] = {
	{ .compatible = "linux,dummy-virt" },
	{ }
};

static struct platform_driver neighbour_driver = {
	.probe = neighbour_probe,
	.driver = {
		.name = "fault-neighbour",
		.of_match_table = neighbour_of_match,
	},
};
module_platform_driver(neighbour_driver);
MODULE_LICENSE("GPL");
