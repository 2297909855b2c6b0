// SPDX-License-Identifier: GPL-2.0
/* Makes a device for another driver, once it has its clock. */
#include <linux/clk.h>
#include "deferral.h"

static int maker_probe(struct platform_device *pdev)
{
	struct clk *clk = devm_clk_get(&pdev->dev, NULL);

	if (IS_ERR(clk))
		return PTR_ERR(clk);
	dev_info(&pdev->dev, "probed\n");
	if (device_property_read_bool(&pdev->dev, "barren"))
		return 0;
	return PTR_ERR_OR_ZERO(platform_device_register_simple("deferral-made", -1, NULL, 0));
}

DEFERRAL_DRIVER(maker);
