// SPDX-License-Identifier: GPL-2.0
/* Its node is disabled, until somebody changes that. */
#include "deferral.h"

static int disabled_probe(struct platform_device *pdev)
{
	dev_info(&pdev->dev, "probed\n");
	return 0;
}

DEFERRAL_DRIVER(disabled);
