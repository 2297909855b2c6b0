// SPDX-License-Identifier: Apache-2.0
#include <linux/drivers.h>

static const struct of_device_id port_match[] = {
	{ .compatible = "acme,port" },
	{ }
};

static struct platform_driver port_driver = {
	.driver = { .name = "port", .of_match_table = port_match },
};
module_platform_driver(port_driver);
