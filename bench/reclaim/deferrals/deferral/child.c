// SPDX-License-Identifier: GPL-2.0
/* Its node has no device before the driver of the node above is bound, parent.c. */
#include "deferral.h"

static int child_probe(struct platform_device *pdev)
{
	dev_info(&pdev->dev, "probed\n");
	return 0;
}

DEFERRAL_DRIVER(child);
