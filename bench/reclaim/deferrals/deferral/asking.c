// SPDX-License-Identifier: GPL-2.0
/* Lacks what it can do without once nobody will bring it, and asks whether it is so far. */
#include "deferral.h"

static int asking_probe(struct platform_device *pdev)
{
	int error = driver_deferred_probe_check_state(&pdev->dev);

	dev_info(&pdev->dev, "told %d\n", error);
	return error;
}

DEFERRAL_DRIVER(asking);
