/* SPDX-License-Identifier: GPL-2.0 */
#ifndef DEFERRAL_H
#define DEFERRAL_H

#include <linux/module.h>
#include <linux/of.h>
#include <linux/platform_device.h>

/* A driver for the nodes that are compatible to its name; the rest of it follows. */
#define DEFERRAL_DRIVER(id, ...)				\
static const struct of_device_id id##_nodes[] = {		\
	{ .compatible = "deferral," #id },			\
	{ }							\
};								\
MODULE_DEVICE_TABLE(of, id##_nodes);				\
static struct platform_driver id##_driver = {			\
	.probe = id##_probe,					\
	.driver = {						\
		.name = "deferral-" #id,			\
		.of_match_table = id##_nodes,			\
		__VA_ARGS__					\
	},							\
};								\
module_platform_driver(id##_driver);				\
MODULE_LICENSE("GPL")

/* hand.c: has somebody said that it is time for what is late? */
bool deferral_is_time(void);

#endif
