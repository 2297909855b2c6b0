// SPDX-License-Identifier: GPL-2.0
/*
 * A part of the kernel that stays, and what it does to units that leave: keeps
 * pointers, patches code. By hand, through files under unprobed_faults.
 */
#include <linux/debugfs.h>
#include <linux/delay.h>
#include <linux/fs.h>
#include <linux/mod_devicetable.h>
#include <linux/workqueue.h>
#include "faults.h"

DEFINE_STATIC_KEY_FALSE(fault_key);

static const void *held[8];
static const struct platform_device_id *stale;
static bool is_late;

void fault_hold(const void *data)
{
	held[0] = data;
}

void fault_drop(const void *data)
{
	WARN_ON(held[0] != data);
	held[0] = NULL;
}

bool fault_is_late(void)
{
	return is_late;
}

/* By writing, so that reading every file does not do it. */
static int stale_set(void *unused, u64 value)
{
	pr_info("faults: stale: %d\n", READ_ONCE(stale->name[0]));
	return 0;
}
DEFINE_DEBUGFS_ATTRIBUTE(stale_fops, NULL, stale_set, "%llu\n");

static int fault_key_set(void *unused, u64 value)
{
	if (value)
		static_branch_enable(&fault_key);
	else
		static_branch_disable(&fault_key);
	return 0;
}

static int fault_key_get(void *unused, u64 *value)
{
	*value = static_key_enabled(&fault_key);
	return 0;
}
DEFINE_DEBUGFS_ATTRIBUTE(key_fops, fault_key_get, fault_key_set, "%llu\n");

/* Longer than deferred_probe_timeout; a driver elsewhere has it tried again. */
static void be_late(struct work_struct *unused)
{
	struct device_driver *driver = driver_find("fault-late", &platform_bus_type);

	is_late = true;
	if (driver && driver_attach(driver))
		pr_warn("fault-late does not bind\n");
}
static DECLARE_DELAYED_WORK(late_work, be_late);

static int __init keeper_init(void)
{
	struct dentry *dir = debugfs_create_dir("unprobed_faults", NULL);
	struct device_driver *driver = driver_find("fault-stale", &platform_bus_type);

	if (!driver)
		return -ENODEV;
	stale = to_platform_driver(driver)->id_table + 300;
	debugfs_create_file_unsafe("stale", 0200, dir, NULL, &stale_fops);
	debugfs_create_file_unsafe("key", 0600, dir, NULL, &key_fops);
	platform_device_register_simple("fault-late", -1, NULL, 0);
	schedule_delayed_work(&late_work, 14 * HZ);
	pr_info("faults: %d\n", fault_reached);
	return 0;
}
late_initcall(keeper_init);
