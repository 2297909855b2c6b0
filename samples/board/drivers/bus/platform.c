// SPDX-License-Identifier: Apache-2.0
struct bus_type platform_bus_type = {
	.name = "platform",
};

int platform_driver_register(struct platform_driver *drv)
{
	drv->driver.bus = &platform_bus_type;
	return driver_register(&drv->driver);
}
