/* SPDX-License-Identifier: Apache-2.0 */
#define SENSOR_NAME "sensor"
extern const struct i2c_device_id sensor_ids[];
