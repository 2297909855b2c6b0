// SPDX-License-Identifier: GPL-2.0
/* Makes devices of the nodes below its own, once it has its clock. */
#include <linux/clk.h>
#include <linux/of_platform.h>
#include "deferral.h"

static int parent_probe(struct platform_device *pdev)
{
	struct clk *clk = devm_clk_get(&pdev->dev, NULL);

	if (IS_ERR(clk))
		return PTR_ERR(clk);
	dev_info(&pdev->dev, "probed\n");
	return devm_of_platform_populate(&pdev->dev);
}

DEFERRAL_DRIVER(parent);
