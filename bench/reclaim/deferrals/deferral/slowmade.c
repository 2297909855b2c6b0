// SPDX-License-Identifier: GPL-2.0
/* Its device is made by a driver that takes its time, slow.c. */
#include "deferral.h"

static int slowmade_probe(struct platform_device *pdev)
{
	dev_info(&pdev->dev, "probed\n");
	return 0;
}

static struct platform_driver slowmade_driver = {
	.probe = slowmade_probe,
	.driver = { .name = "deferral-slowmade" },
};
module_platform_driver(slowmade_driver);
MODULE_LICENSE("GPL");
