// SPDX-License-Identifier: Apache-2.0
const struct i2c_device_id sensor_ids[] = {
	{ "sens1", 1 },
	{ "sens2", 2 },
	{ }
};
