// SPDX-License-Identifier: GPL-2.0
/* No node of any board has its compatible. */
#include "deferral.h"

static int absent_probe(struct platform_device *pdev)
{
	dev_info(&pdev->dev, "probed\n");
	return 0;
}

DEFERRAL_DRIVER(absent);
