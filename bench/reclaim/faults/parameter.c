// SPDX-License-Identifier: GPL-2.0
/* Has a parameter that is written by hand, and a file for it. */
#include "faults.h"

static int value = 3;
module_param(value, int, 0644);

static int parameter_probe(struct platform_device *pdev)
{
	dev_info(&pdev->dev, "probed %d\n", value);
	return 0;
}

FAULT_DRIVER(parameter, parameter_probe);
module_platform_driver(parameter_driver);
