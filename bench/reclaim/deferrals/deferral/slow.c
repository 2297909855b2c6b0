// SPDX-License-Identifier: GPL-2.0
/* Is probed beside everything else, for longer than the boot takes, and then makes a device. */
#include <linux/delay.h>
#include "deferral.h"

static int slow_probe(struct platform_device *pdev)
{
	msleep(4000);
	dev_info(&pdev->dev, "probed\n");
	return PTR_ERR_OR_ZERO(platform_device_register_simple("deferral-slowmade", -1, NULL, 0));
}

DEFERRAL_DRIVER(slow, .probe_type = PROBE_PREFER_ASYNCHRONOUS);
