// SPDX-License-Identifier: GPL-2.0
/* Its init leaves a pointer somewhere that its exit does not take back. */
#include "faults.h"

static int undone_data = 5;

static int undone_probe(struct platform_device *pdev)
{
	dev_info(&pdev->dev, "probed %d\n", undone_data);
	return 0;
}

FAULT_DRIVER(undone, undone_probe);

static int __init undone_init(void)
{
	fault_hold(&undone_data);
	return platform_driver_register(&undone_driver);
}
module_init(undone_init);

static void __exit undone_exit(void)
{
	platform_driver_unregister(&undone_driver);
}
module_exit(undone_exit);
