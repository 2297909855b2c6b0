// SPDX-License-Identifier: GPL-2.0
/* A unit that stays uses its data: it is refused. */
#include "faults.h"

int fault_reached = 7;

static int reached_probe(struct platform_device *pdev)
{
	dev_info(&pdev->dev, "probed\n");
	return 0;
}

FAULT_DRIVER(reached, reached_probe);
module_platform_driver(reached_driver);
