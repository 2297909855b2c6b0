// SPDX-License-Identifier: GPL-2.0
/* Has an export that no module of this kernel wants: it leaves. */
#include "faults.h"

int fault_exported(int value)
{
	return value + 1;
}
EXPORT_SYMBOL_GPL(fault_exported);

static int exported_probe(struct platform_device *pdev)
{
	dev_info(&pdev->dev, "probed\n");
	return 0;
}

FAULT_DRIVER(exported, exported_probe);
module_platform_driver(exported_driver);
