// SPDX-License-Identifier: Apache-2.0
#include <linux/drivers.h>

static int toy_timer(struct device_node *node)
{
	return 0;
}
OF_DECLARE(timer, toy, "acme,toy-timer", toy_timer);
