// SPDX-License-Identifier: GPL-2.0
/* Leaves, and has more than a block of pages. */
#include "faults.h"
#include "room.h"

FAULT_ROOM;

static int large_probe(struct platform_device *pdev)
{
	u32 at = pdev->id;

	zeroed[at % ARRAY_SIZE(zeroed)] = room[at % ARRAY_SIZE(room)];
	return zeroed[0] == ROOM_WORD ? 0 : -ENODEV;
}

FAULT_DRIVER(large, large_probe);
module_platform_driver(large_driver);
