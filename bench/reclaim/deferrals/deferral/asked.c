// SPDX-License-Identifier: GPL-2.0
/* Takes its time as well; the command line says that it is probed beside the others. */
#include <linux/delay.h>
#include "deferral.h"

static int asked_probe(struct platform_device *pdev)
{
	msleep(2000);
	dev_info(&pdev->dev, "probed\n");
	return 0;
}

DEFERRAL_DRIVER(asked);
