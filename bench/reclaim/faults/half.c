// SPDX-License-Identifier: GPL-2.0
/* One of its two initcalls may fail: then it is half there, and stays. */
#include "faults.h"

static int half_probe(struct platform_device *pdev)
{
	return 0;
}

FAULT_DRIVER(half, half_probe);
builtin_platform_driver(half_driver);

static struct platform_driver other_driver = {
	.probe = half_probe,
	.driver = { .name = "fault-half" },
};

/* The name is taken, if the command line has faults=half. */
static int __init half_second(void)
{
	return fault_half ? platform_driver_register(&other_driver) : 0;
}
late_initcall(half_second);
