// SPDX-License-Identifier: Apache-2.0
#include <linux/drivers.h>

static const struct of_device_id toy_sources[] = {
	{ .compatible = "acme,toy-crystal" },
	{ }
};

static void toy_clocks(struct device_node *node)
{
}
CLK_OF_DECLARE(toy, "acme,toy-clock", toy_clocks);
