// SPDX-License-Identifier: GPL-2.0
/* As disabled.c, but the command line keeps it. */
#include "deferral.h"

static int kept_probe(struct platform_device *pdev)
{
	dev_info(&pdev->dev, "probed\n");
	return 0;
}

DEFERRAL_DRIVER(kept);
