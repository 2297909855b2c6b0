// SPDX-License-Identifier: Apache-2.0
#include <linux/drivers.h>

static void toy_clocks(struct device_node *node)
{
}
CLK_OF_DECLARE(toy, "acme,toy-clock", toy_clocks);
