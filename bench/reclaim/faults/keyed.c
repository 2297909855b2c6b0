// SPDX-License-Identifier: GPL-2.0
/* Its code is patched when a static key of another unit is toggled. */
#include "faults.h"

static int keyed_probe(struct platform_device *pdev)
{
	if (static_branch_unlikely(&fault_key))
		dev_info(&pdev->dev, "probed with the key on\n");
	return 0;
}

FAULT_DRIVER(keyed, keyed_probe);
module_platform_driver(keyed_driver);
