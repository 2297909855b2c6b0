// SPDX-License-Identifier: GPL-2.0
/* Its exit gives back what its init never took. */
#include "faults.h"

static int unborn_data = 6;

static int unborn_probe(struct platform_device *pdev)
{
	fault_hold(&unborn_data);
	return 0;
}

FAULT_DRIVER(unborn, unborn_probe);

static int __init unborn_init(void)
{
	return platform_driver_register(&unborn_driver);
}
module_init(unborn_init);

static void __exit unborn_exit(void)
{
	platform_driver_unregister(&unborn_driver);
	fault_drop(&unborn_data);
}
module_exit(unborn_exit);
