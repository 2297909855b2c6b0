// SPDX-License-Identifier: Apache-2.0
#include <linux/drivers.h>
#include "sensor.h"

static struct i2c_driver sensor_driver = {
	.driver.name = SENSOR_NAME,
	.id_table = sensor_ids,
};
module_i2c_driver(sensor_driver);
