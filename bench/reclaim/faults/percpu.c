// SPDX-License-Identifier: GPL-2.0
/* Has a variable of each processor, which cannot be given back. */
#include "faults.h"

static DEFINE_PER_CPU(int, percpu_count);

static int percpu_probe(struct platform_device *pdev)
{
	this_cpu_inc(percpu_count);
	return 0;
}

FAULT_DRIVER(percpu, percpu_probe);
module_platform_driver(percpu_driver);
