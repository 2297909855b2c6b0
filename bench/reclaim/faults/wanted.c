// SPDX-License-Identifier: GPL-2.0
/* Has an export that a module of this kernel wants. */
#include "faults.h"

int fault_wanted(int value)
{
	return value + 2;
}
EXPORT_SYMBOL_GPL(fault_wanted);

static int wanted_probe(struct platform_device *pdev)
{
	dev_info(&pdev->dev, "probed\n");
	return 0;
}

FAULT_DRIVER(wanted, wanted_probe);
module_platform_driver(wanted_driver);
