// SPDX-License-Identifier: Apache-2.0
#include <linux/drivers.h>

static const struct of_device_id old_port_match[] = {
	{ .compatible = "acme,old-port" },
	{ }
};

static struct platform_driver old_port_driver = {
	.driver = { .name = "old-port", .of_match_table = old_port_match },
};
module_platform_driver(old_port_driver);
