// SPDX-License-Identifier: GPL-2.0
/* Somebody keeps a pointer into it that no relocation shows. */
#include <linux/mod_devicetable.h>
#include "faults.h"

/* Large enough that a page in the middle is given back. */
static const struct platform_device_id stale_ids[600] = {
	{ .name = "fault-stale-1" },
};

static int stale_probe(struct platform_device *pdev)
{
	dev_info(&pdev->dev, "probed\n");
	return 0;
}

static struct platform_driver stale_driver = {
	.probe = stale_probe,
	.driver = { .name = "fault-stale" },
	.id_table = stale_ids,
};
module_platform_driver(stale_driver);
MODULE_LICENSE("GPL");
