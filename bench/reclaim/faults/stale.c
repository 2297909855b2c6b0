// SPDX-License-Identifier: GPL-2.0
/* Somebody keeps a pointer into it that no relocation shows. */
#include "faults.h"

static int stale_probe(struct platform_device *pdev)
{
	dev_info(&pdev->dev, "probed\n");
	return 0;
}

FAULT_DRIVER(stale, stale_probe);
module_platform_driver(stale_driver);
