// SPDX-License-Identifier: GPL-2.0
/* Its node is in no device tree, but in an overlay. */
#include "deferral.h"

static int added_probe(struct platform_device *pdev)
{
	dev_info(&pdev->dev, "probed\n");
	return 0;
}

DEFERRAL_DRIVER(added);
