/* SPDX-License-Identifier: GPL-2.0 */
#ifndef FAULTS_H
#define FAULTS_H

#include <linux/jump_label.h>
#include <linux/module.h>
#include <linux/platform_device.h>

/* A driver for a device that no board has. */
#define FAULT_DRIVER(id, probe_function)			\
static struct platform_driver id##_driver = {			\
	.probe = probe_function,				\
	.driver = { .name = "fault-" #id },			\
};								\
MODULE_LICENSE("GPL")

void fault_hold(const void *data);
void fault_drop(const void *data);
bool fault_is_late(void);
int fault_exported(int value);
int fault_wanted(int value);
extern int fault_reached;
extern bool fault_half;
extern struct static_key_false fault_key;

#endif
