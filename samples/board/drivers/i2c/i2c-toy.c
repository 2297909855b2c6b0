// SPDX-License-Identifier: Apache-2.0
#include <linux/drivers.h>

static int toy_probe(struct platform_device *pdev)
{
	return i2c_add_adapter(platform_get_drvdata(pdev));
}

#define TOY(version) { .compatible = "acme,toy-i2c-v" #version }
static const struct of_device_id toy_i2c_match[] = { TOY(1), TOY(2), { } };
MODULE_DEVICE_TABLE(of, toy_i2c_match);

static struct platform_driver toy_i2c_driver = {
	.probe = toy_probe,
	.driver = {
		.name = "toy-i2c",
		.of_match_table = toy_i2c_match,
	},
};
module_platform_driver(toy_i2c_driver);
