// SPDX-License-Identifier: GPL-2.0
/* Its clock is driven by a module. */
#include <linux/clk.h>
#include "deferral.h"

static int supplied_probe(struct platform_device *pdev)
{
	struct clk *clk = devm_clk_get(&pdev->dev, NULL);

	if (IS_ERR(clk))
		return PTR_ERR(clk);
	dev_info(&pdev->dev, "probed, %lu Hz\n", clk_get_rate(clk));
	return 0;
}

DEFERRAL_DRIVER(supplied);
