// SPDX-License-Identifier: GPL-2.0
/* Its device is made by a driver that waits, maker.c. */
#include "deferral.h"

static int made_probe(struct platform_device *pdev)
{
	dev_info(&pdev->dev, "probed\n");
	return 0;
}

static struct platform_driver made_driver = {
	.probe = made_probe,
	.driver = { .name = "deferral-made" },
};
module_platform_driver(made_driver);
MODULE_LICENSE("GPL");
