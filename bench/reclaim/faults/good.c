// SPDX-License-Identifier: GPL-2.0
/* Nothing is wrong with it: it leaves. */
#include "faults.h"

static int good_probe(struct platform_device *pdev)
{
	dev_info(&pdev->dev, "probed\n");
	return 0;
}

FAULT_DRIVER(good, good_probe);
module_platform_driver(good_driver);
