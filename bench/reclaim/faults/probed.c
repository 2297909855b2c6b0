// SPDX-License-Identifier: GPL-2.0
/* Has a function that somebody sets a kprobe on when it is gone. */
#include "faults.h"

noinline int fault_probed(int value);
noinline int fault_probed(int value)
{
	/* Large enough that a page in the middle is given back. */
	asm volatile(".rept 3072\n nop\n .endr");
	return value * 3 + 1;
}

static int probed_probe(struct platform_device *pdev)
{
	dev_info(&pdev->dev, "probed %d\n", fault_probed(pdev->id));
	return 0;
}

FAULT_DRIVER(probed, probed_probe);
module_platform_driver(probed_driver);
