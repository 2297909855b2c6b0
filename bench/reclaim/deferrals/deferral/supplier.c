// SPDX-License-Identifier: GPL-2.0
/* A clock whose driver is a module. */
#include <linux/clk-provider.h>
#include "deferral.h"

static int supplier_probe(struct platform_device *pdev)
{
	struct clk_hw *clock = clk_hw_register_fixed_rate(NULL, "deferral", NULL, 0, 1000);

	if (IS_ERR(clock))
		return PTR_ERR(clock);
	return devm_of_clk_add_hw_provider(&pdev->dev, of_clk_hw_simple_get, clock);
}

DEFERRAL_DRIVER(supplier);
