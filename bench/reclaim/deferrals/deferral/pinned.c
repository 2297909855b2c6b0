// SPDX-License-Identifier: GPL-2.0
/* Its pins are controlled by a node that nobody drives. */
#include "deferral.h"

static int pinned_probe(struct platform_device *pdev)
{
	dev_info(&pdev->dev, "probed\n");
	return 0;
}

DEFERRAL_DRIVER(pinned);
