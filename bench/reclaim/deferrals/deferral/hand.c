// SPDX-License-Identifier: GPL-2.0
/*
 * A part of the kernel that stays, and does by hand what changes a machine
 * after boot, through files under deferral.
 */
#include <linux/debugfs.h>
#include <linux/device.h>
#include <linux/fs.h>
#include <linux/slab.h>
#include <linux/uaccess.h>
#include <linux/version.h>
#include "deferral.h"

static bool is_time;

bool deferral_is_time(void)
{
	return is_time;
}

/* What waits for no supplier is tried again when a driver is attached. */
static ssize_t time_write(struct file *file, const char __user *from,
			  size_t length, loff_t *pos)
{
	struct device_driver *driver = driver_find("deferral-late", &platform_bus_type);
	int error;

	is_time = true;
	error = driver ? driver_attach(driver) : -ENODEV;
	return error ?: length;
}

static const struct file_operations time_fops = {
	.owner = THIS_MODULE,
	.write = time_write,
};

#ifdef CONFIG_OF_OVERLAY
/* The path of a node that is enabled from now on. */
static ssize_t enable_write(struct file *file, const char __user *from,
			    size_t length, loff_t *pos)
{
	char *path = memdup_user_nul(from, length);
	struct of_changeset changes;
	struct property *status;
	struct device_node *node;
	int error = -ENOENT;

	if (IS_ERR(path))
		return PTR_ERR(path);
	node = of_find_node_by_path(strim(path));
	status = kzalloc(sizeof(*status), GFP_KERNEL);
	if (node && status) {
		status->name = "status";
		status->value = "okay";
		status->length = sizeof("okay");
		of_changeset_init(&changes);
		error = of_changeset_update_property(&changes, node, status);
		/* The property is the tree's from then on. */
		if (!error)
			error = of_changeset_apply(&changes);
	}
	kfree(path);
	return error ?: length;
}

static const struct file_operations enable_fops = {
	.owner = THIS_MODULE,
	.write = enable_write,
};

/* A whole overlay at once. */
static ssize_t overlay_write(struct file *file, const char __user *from,
			     size_t length, loff_t *pos)
{
	void *overlay = memdup_user(from, length);
	int id, error;

	if (IS_ERR(overlay))
		return PTR_ERR(overlay);
#if LINUX_VERSION_CODE < KERNEL_VERSION(6, 6, 0)
	error = of_overlay_fdt_apply(overlay, length, &id);
#else
	error = of_overlay_fdt_apply(overlay, length, &id, NULL);
#endif
	kfree(overlay);
	return error ?: length;
}

static const struct file_operations overlay_fops = {
	.owner = THIS_MODULE,
	.write = overlay_write,
};
#endif

static int __init hand_init(void)
{
	struct dentry *dir = debugfs_create_dir("deferral", NULL);

	debugfs_create_file("time", 0200, dir, NULL, &time_fops);
#ifdef CONFIG_OF_OVERLAY
	debugfs_create_file("enable", 0200, dir, NULL, &enable_fops);
	debugfs_create_file("overlay", 0200, dir, NULL, &overlay_fops);
#endif
	platform_device_register_simple("deferral-late", -1, NULL, 0);
	return 0;
}
device_initcall(hand_init);
