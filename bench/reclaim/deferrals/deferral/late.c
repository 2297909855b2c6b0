// SPDX-License-Identifier: GPL-2.0
/* Has a device, of no node, that its probe defers until somebody says that it is time. */
#include "deferral.h"

static int late_probe(struct platform_device *pdev)
{
	if (!deferral_is_time())
		return -EPROBE_DEFER;
	dev_info(&pdev->dev, "probed\n");
	return 0;
}

static struct platform_driver late_driver = {
	.probe = late_probe,
	.driver = { .name = "deferral-late" },
};
module_platform_driver(late_driver);
MODULE_LICENSE("GPL");
