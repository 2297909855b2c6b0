// SPDX-License-Identifier: GPL-2.0
/*
 * A part of the kernel that stays, and what it does to units that leave: keeps
 * pointers, patches code. By hand, through files under unprobed_faults.
 */
#include <linux/completion.h>
#include <linux/debugfs.h>
#include <linux/fs.h>
#include <linux/mm.h>
#include <linux/mod_devicetable.h>
#include <linux/uaccess.h>
#include <linux/workqueue.h>
#include "faults.h"

DEFINE_STATIC_KEY_FALSE(fault_key);

static const void *held[8];
static const struct platform_device_id *stale;
static bool is_late;
static bool has_late;
bool fault_half;

/* What no file tells of only happens if the command line asks for it. */
static int __init faults_setup(char *text)
{
	has_late = strstr(text, "late");
	fault_half = strstr(text, "half");
	return 1;
}
__setup("faults=", faults_setup);

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

/* A unit that stays runs, and has all of its pages. */
static int neighbour_set(void *unused, u64 value)
{
	struct device_driver *driver = driver_find("fault-neighbour", &platform_bus_type);
	int bad = driver ? to_platform_driver(driver)->probe(NULL) : -ENODEV;

	pr_info("faults: neighbour: %d words are wrong\n", bad);
	return bad ? -EIO : 0;
}
DEFINE_DEBUGFS_ATTRIBUTE(neighbour_fops, NULL, neighbour_set, "%llu\n");

/* Not there in a kernel that gives nothing back. */
extern char __weak __unprobed_text_start[], __weak __unprobed_rodata_end[];

static bool is_reused(struct page *page)
{
	return page_to_phys(page) >= __pa_symbol(__unprobed_text_start) &&
	       page_to_phys(page) < __pa_symbol(__unprobed_rodata_end);
}

/* All free memory is taken, and users copy from and to what was code before. */
static ssize_t reused_write(struct file *file, const char __user *text,
			    size_t length, loff_t *pos)
{
	unsigned long copied = 0, count = 0;
	struct page *page, *next;
	LIST_HEAD(pages);

	length = min_t(size_t, length, PAGE_SIZE);
	while ((page = alloc_page(GFP_KERNEL | __GFP_NORETRY | __GFP_NOWARN))) {
		list_add(&page->lru, &pages);
		if (!is_reused(page))
			continue;
		count++;
		copied += !copy_from_user(page_address(page), text, length) &&
			  !copy_to_user((void __user *)text, page_address(page), length);
	}
	list_for_each_entry_safe(page, next, &pages, lru)
		__free_page(page);
	pr_info("faults: reused: %lu of %lu pages copied\n", copied, count);
	return count && copied == count ? length : -EIO;
}

static const struct file_operations reused_fops = { .write = reused_write };

static DECLARE_COMPLETION(late_done);

/* Longer than deferred_probe_timeout; a driver elsewhere has it tried again. */
static void be_late(struct work_struct *unused)
{
	struct device_driver *driver = driver_find("fault-late", &platform_bus_type);

	is_late = true;
	if (driver && driver_attach(driver))
		pr_warn("fault-late does not bind\n");
	complete_all(&late_done);
}
static DECLARE_DELAYED_WORK(late_work, be_late);

/* Waits for that. */
static int late_set(void *unused, u64 value)
{
	return wait_for_completion_timeout(&late_done, 60 * HZ) ? 0 : -ETIMEDOUT;
}
DEFINE_DEBUGFS_ATTRIBUTE(late_fops, NULL, late_set, "%llu\n");

static int __init keeper_init(void)
{
	struct dentry *dir = debugfs_create_dir("unprobed_faults", NULL);
	struct device_driver *driver = driver_find("fault-stale", &platform_bus_type);

	if (!driver)
		return -ENODEV;
	stale = to_platform_driver(driver)->id_table + 300;
	debugfs_create_file_unsafe("stale", 0200, dir, NULL, &stale_fops);
	debugfs_create_file_unsafe("key", 0600, dir, NULL, &key_fops);
	debugfs_create_file("reused", 0200, dir, NULL, &reused_fops);
	debugfs_create_file_unsafe("neighbour", 0200, dir, NULL, &neighbour_fops);
	debugfs_create_file_unsafe("late", 0200, dir, NULL, &late_fops);
	if (has_late) {
		platform_device_register_simple("fault-late", -1, NULL, 0);
		schedule_delayed_work(&late_work, 14 * HZ);
	}
	pr_info("faults: %d\n", fault_reached);
	return 0;
}
late_initcall(keeper_init);
