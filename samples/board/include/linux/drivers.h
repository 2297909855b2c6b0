/* SPDX-License-Identifier: Apache-2.0 */
#define OF_DECLARE(table, name, compat, fn)				\
	static const struct of_device_id __of_table_##name		\
		__section("__" #table "_of_table")			\
		= { .compatible = compat, .data = fn }
#define CLK_OF_DECLARE(name, compat, fn) OF_DECLARE(clk, name, compat, fn)

#define module_driver(d, reg)						\
	static int d##_init(void) { return reg(&(d)); }			\
	module_init(d##_init)
#define module_platform_driver(d) module_driver(d, platform_driver_register)
#define module_i2c_driver(d) module_driver(d, i2c_register_driver)
