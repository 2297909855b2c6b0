// SPDX-License-Identifier: Apache-2.0
struct bus_type i2c_bus_type = {
	.name = "i2c",
};

int i2c_register_driver(struct i2c_driver *drv)
{
	drv->driver.bus = &i2c_bus_type;
	return driver_register(&drv->driver);
}
