// SPDX-License-Identifier: GPL-2.0
/* With faults=late: has a device that its probe defers for longer than the kernel waits. */
#include "faults.h"

static int late_probe(struct platform_device *pdev)
{
	if (!fault_is_late())
		return -EPROBE_DEFER;
	dev_info(&pdev->dev, "bound late\n");
	return 0;
}

FAULT_DRIVER(late, late_probe);
module_platform_driver(late_driver);
