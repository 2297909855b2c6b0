// SPDX-License-Identifier: GPL-2.0
/*
 * Unload built-in drivers that no device can bind to, as rmmod would.
 *
 * Which units may leave is decided before the kernel is linked, and written
 * to a table. Here each of them is asked, at the end of probing, whether it
 * can ever be used on this machine: not whether something was bound by now,
 * but whether a device or a live node of the device tree matches, or may
 * still come. A unit that cannot be used does what its module_exit does.
 */
#define pr_fmt(fmt) "unprobed: " fmt

#include <linux/acpi.h>
#include <linux/console.h>
#include <linux/debugfs.h>
#include <linux/device.h>
#include <linux/init.h>
#include <linux/kobject.h>
#include <linux/ktime.h>
#include <linux/module.h>
#include <linux/moduleparam.h>
#include <linux/of.h>
#include <linux/pci.h>
#include <linux/platform_device.h>
#include <linux/rcupdate.h>
#include <linux/seq_file.h>
#include <linux/slab.h>
#include <linux/sort.h>
#include <linux/unprobed.h>
#include <linux/workqueue.h>

#include "base.h"
#include "unprobed.h"

/* Why a unit stays; the word is what the table of units shows. */
enum why {
	MAY_LEAVE,
	WHY_INIT,	/* an initcall did not run */
	WHY_HALF,	/* an initcall failed, another did not */
	WHY_KEPT,	/* the command line says so */
	WHY_CONSOLE,
	WHY_BOUND,
	WHY_MATCHES,	/* a device without a driver matches */
	WHY_NODE,	/* a live node of the device tree matches */
	WHY_HAND,	/* somebody could make a device by hand */
	WHY_USER,	/* a unit that stays uses it */
	WHY_FEED,	/* devices may still come */
	WHY_DRIVER,	/* a driver is still there after the exit */
	WHY_MODULE,	/* a module uses it */
	WHY_TOUCHED,	/* it was used after it had left */
};

static const char * const words[] = {
	[MAY_LEAVE] = "-",
	[WHY_INIT] = "init",
	[WHY_HALF] = "half",
	[WHY_KEPT] = "kept",
	[WHY_CONSOLE] = "console",
	[WHY_BOUND] = "bound",
	[WHY_MATCHES] = "matches",
	[WHY_NODE] = "node",
	[WHY_HAND] = "hand",
	[WHY_USER] = "user",
	[WHY_FEED] = "feed",
	[WHY_DRIVER] = "driver",
	[WHY_MODULE] = "module",
	[WHY_TOUCHED] = "touched",
};

static const char * const states[] = {
	[UNPROBED_STAYS] = "stays",
	[UNPROBED_LEAVING] = "stays",
	[UNPROBED_LEFT] = "left",
	[UNPROBED_QUARANTINE] = "quarantine",
	[UNPROBED_STUCK] = "stuck",
};

/**
 * struct unit - what is known of a unit at run time
 * @succeeded: initcalls that returned 0
 * @failed: initcalls that returned something else
 * @first: index of its first driver in the list of drivers
 * @drivers: how many it has
 * @can_bind: what its drivers say: bound, matches, node, hand, or nothing
 */
struct unit {
	u16 succeeded, failed;
	u32 first, drivers;
	u8 state, why, can_bind;
};

struct driver_of {
	unsigned int unit;
	struct device_driver *driver;
};

struct initcall_of {
	unsigned long function;
	unsigned int unit;
};

enum mode { MODE_OFF, MODE_REPORT, MODE_ON, MODE_QUARANTINE };

static enum mode mode __ro_after_init = MODE_ON;
static unsigned int quarantine_seconds __ro_after_init = 60;

static char *keep;
module_param(keep, charp, 0444);
MODULE_PARM_DESC(keep, "units that stay, with commas between them");

static char *hand = "lose";
module_param(hand, charp, 0444);
MODULE_PARM_DESC(hand, "keep or lose drivers whose devices only a hand can make");

static struct unit *units;
static struct driver_of *drivers;
static unsigned int driver_count, driver_room;
static DEFINE_MUTEX(decision);
static bool decided;
static s64 spent_us;

static int __init parse_mode(char *text)
{
	if (!strcmp(text, "off"))
		mode = MODE_OFF;
	else if (!strcmp(text, "report"))
		mode = MODE_REPORT;
	else if (!strcmp(text, "on"))
		mode = MODE_ON;
	else if (!strcmp(text, "quarantine"))
		mode = MODE_QUARANTINE;
	else if (strstarts(text, "quarantine:") &&
		 !kstrtouint(text + 11, 10, &quarantine_seconds))
		mode = MODE_QUARANTINE;
	else
		pr_warn("\"%s\" is none of off, report, on, quarantine[:seconds]\n", text);
	return 1;
}
__setup("unprobed=", parse_mode);

unsigned int unprobed_count(void)
{
	unsigned int entries = __unprobed_units_end - __unprobed_units_start;

	/* The last entry only says where the last unit ends. */
	return entries ? entries - 1 : 0;
}

static const struct unprobed_unit *entry(unsigned int unit)
{
	return &__unprobed_units_start[unit];
}

const char *unprobed_name(unsigned int unit)
{
	return (const char *)unprobed_at(&entry(unit)->name);
}

enum unprobed_state unprobed_state(unsigned int unit)
{
	return units ? READ_ONCE(units[unit].state) : UNPROBED_STAYS;
}

/* It was used after it left, so it never leaves. */
void unprobed_touch(unsigned int unit)
{
	WRITE_ONCE(units[unit].why, WHY_TOUCHED);
	WRITE_ONCE(units[unit].state, UNPROBED_STUCK);
}

/* A module uses it. Returns whether that is still possible. */
bool unprobed_want(unsigned int unit)
{
	u8 before = cmpxchg(&units[unit].state, UNPROBED_STAYS, UNPROBED_STUCK);

	if (before == UNPROBED_STAYS)
		WRITE_ONCE(units[unit].why, WHY_MODULE);
	return before == UNPROBED_STAYS || before == UNPROBED_STUCK;
}

/*
 * Initcalls
 */

static struct initcall_of *initcalls;
static unsigned int initcall_count;

static unsigned int init_count(unsigned int unit)
{
	return (unprobed_at(&entry(unit + 1)->inits) -
		unprobed_at(&entry(unit)->inits)) / sizeof(s32);
}

static int __init by_function(const void *a, const void *b)
{
	const struct initcall_of *x = a, *y = b;

	return x->function < y->function ? -1 : x->function > y->function;
}

static int __init list_initcalls(void)
{
	unsigned int unit, i, n = 0, count = unprobed_count();

	for (unit = 0; unit < count; unit++)
		n += init_count(unit);
	units = kcalloc(count, sizeof(*units), GFP_KERNEL);
	initcalls = kcalloc(n + 1, sizeof(*initcalls), GFP_KERNEL);
	if (!units || !initcalls || unprobed_pages_init())
		return -ENOMEM;
	for (unit = 0; unit < count; unit++) {
		const s32 *init = (const s32 *)unprobed_at(&entry(unit)->inits);

		for (i = 0; i < init_count(unit); i++, initcall_count++)
			initcalls[initcall_count] = (struct initcall_of){
				.function = unprobed_at(init + i),
				.unit = unit,
			};
	}
	sort(initcalls, initcall_count, sizeof(*initcalls), by_function, NULL);
	return 0;
}

/* The first of all: units note what they returned from the next level on. */
early_initcall(list_initcalls);

/* A module's initcalls come later, and are in no table. */
void unprobed_initcall(int (*fn)(void), int ret)
{
	unsigned int low = 0, high = initcall_count;

	while (low < high) {
		unsigned int middle = (low + high) / 2;

		if (initcalls[middle].function < (unsigned long)fn)
			low = middle + 1;
		else
			high = middle;
	}
	/* Units may share a function that the linker made one. */
	while (low < initcall_count &&
	       initcalls[low].function == (unsigned long)fn) {
		struct unit *unit = &units[initcalls[low++].unit];

		if (ret)
			unit->failed++;
		else
			unit->succeeded++;
	}
}

/*
 * What drivers say
 */

static int yes(struct device *dev, void *unused)
{
	return 1;
}

/* A device that is being probed has a driver, and is not bound yet. */
static int unbound_match(struct device *dev, void *driver)
{
	return !device_is_bound(dev) && driver_match_device(driver, dev);
}

static bool live_node(const struct of_device_id *matches)
{
	struct device_node *node;

	for_each_matching_node(node, matches) {
		if (of_device_is_available(node)) {
			of_node_put(node);
			return true;
		}
	}
	return false;
}

static bool acpi_device(const struct acpi_device_id *ids)
{
#ifdef CONFIG_ACPI
	for (; !acpi_disabled && ids && ids->id[0]; ids++)
		if (acpi_dev_present((const char *)ids->id, NULL, -1))
			return true;
#endif
	return false;
}

/* Devices of this bus exist, and a write to a file could make another. */
static bool by_hand(const struct device_driver *driver)
{
	return !strcmp(hand, "keep") && driver->bus != &platform_bus_type &&
	       bus_for_each_dev(driver->bus, NULL, NULL, yes);
}

static enum why can_bind(struct device_driver *driver)
{
	if (driver_for_each_device(driver, NULL, NULL, yes))
		return WHY_BOUND;
	if (bus_for_each_dev(driver->bus, NULL, driver, unbound_match))
		return WHY_MATCHES;
	if (live_node(driver->of_match_table) ||
	    acpi_device(driver->acpi_match_table))
		return WHY_NODE;
	return by_hand(driver) ? WHY_HAND : MAY_LEAVE;
}

static enum why unit_can_bind(const struct unit *unit)
{
	enum why why = MAY_LEAVE;
	unsigned int i;

	for (i = 0; i < unit->drivers && why != WHY_BOUND; i++) {
		enum why other = can_bind(drivers[unit->first + i].driver);

		if (!why || other == WHY_BOUND)
			why = other;
	}
	return why;
}

/* A unit that brought a bus takes it along, and then nobody may look for drivers there. */
static bool bus_is_there(const struct bus_type *bus)
{
	struct kset *buses = unprobed_buses();
	struct kobject *kobj;
	bool found = false;

	spin_lock(&buses->list_lock);
	list_for_each_entry(kobj, &buses->list, entry)
		found |= to_subsys_private(kobj)->bus == bus;
	spin_unlock(&buses->list_lock);
	return found;
}

/* Its own fields do not tell: who unregisters a driver leaves what they point to behind. */
static bool is_registered(const struct device_driver *driver)
{
	return bus_is_there(driver->bus) &&
	       driver_find(driver->name, driver->bus) == driver;
}

static int note_driver(struct device_driver *driver, void *unused)
{
	int unit = unprobed_unit_of(UNPROBED_DATA, (unsigned long)driver);

	if (unit < 0)
		unit = unprobed_unit_of(UNPROBED_BSS, (unsigned long)driver);
	if (unit < 0)
		return 0;
	if (driver_count < driver_room)
		drivers[driver_count] = (struct driver_of){ unit, driver };
	driver_count++;
	return 0;
}

/*
 * All buses, held. A bus may go, and take its entry out of the list, while
 * nobody holds the lock; so they are gathered first.
 */
static struct kobject **hold_buses(unsigned int *count)
{
	struct kset *set = unprobed_buses();
	struct kobject **buses, *bus;
	unsigned int room = 16;

	*count = 0;
	spin_lock(&set->list_lock);
	list_for_each_entry(bus, &set->list, entry)
		room++;
	spin_unlock(&set->list_lock);
	buses = kvcalloc(room, sizeof(*buses), GFP_KERNEL);
	if (!buses)
		return NULL;
	spin_lock(&set->list_lock);
	list_for_each_entry(bus, &set->list, entry)
		if (*count < room && kobject_get_unless_zero(bus))
			buses[(*count)++] = bus;
	spin_unlock(&set->list_lock);
	return buses;
}

static bool note_drivers(void)
{
	unsigned int i, count;
	struct kobject **buses = hold_buses(&count);

	driver_count = 0;
	for (i = 0; i < count; i++) {
		bus_for_each_drv(to_subsys_private(buses[i])->bus, NULL, NULL,
				 note_driver);
		kobject_put(buses[i]);
	}
	kvfree(buses);
	return buses;
}

static int by_unit(const void *a, const void *b)
{
	const struct driver_of *x = a, *y = b;

	return x->unit < y->unit ? -1 : x->unit > y->unit;
}

static bool list_drivers(void)
{
	unsigned int i, unit;

	if (!note_drivers())
		return false;
	if (driver_count > driver_room) {
		kvfree(drivers);
		driver_room = driver_count + 64;
		drivers = kvcalloc(driver_room, sizeof(*drivers), GFP_KERNEL);
		if (!drivers) {
			driver_room = 0;
			return false;
		}
		if (!note_drivers())
			return false;
		driver_count = min(driver_count, driver_room);
	}
	sort(drivers, driver_count, sizeof(*drivers), by_unit, NULL);
	for (unit = 0; unit < unprobed_count(); unit++)
		units[unit].drivers = 0;
	for (i = 0; i < driver_count; i++) {
		struct unit *unit = &units[drivers[i].unit];

		if (!unit->drivers++)
			unit->first = i;
	}
	return true;
}

static bool has_console(unsigned int unit)
{
	struct console *console;
	bool found = false;

#ifdef for_each_console_srcu
	console_list_lock();
#else
	console_lock();
#endif
	for_each_console(console)
		found |= unprobed_within(unit, (unsigned long)console) ||
			 unprobed_within(unit, (unsigned long)console->write) ||
			 unprobed_within(unit, (unsigned long)console->device);
#ifdef for_each_console_srcu
	console_list_unlock();
#else
	console_unlock();
#endif
	return found;
}

static bool is_declared(unsigned int unit)
{
	const char *compatible = (const char *)unprobed_at(&entry(unit)->declares);
	struct device_node *node;

	for (; *compatible; compatible += strlen(compatible) + 1) {
		for_each_compatible_node(node, NULL, compatible) {
			if (of_device_is_available(node)) {
				of_node_put(node);
				return true;
			}
		}
	}
	return false;
}

static bool is_kept(const char *name)
{
	size_t length = strlen(name);
	const char *at;

	for (at = keep; at && *at; at += strcspn(at, ","), at += *at == ',')
		if (strcspn(at, ",") == length && !strncmp(at, name, length))
			return true;
	return false;
}

/* What does not change while other units leave. */
static enum why stays(unsigned int unit)
{
	const struct unit *facts = &units[unit];

	if (facts->succeeded + facts->failed != init_count(unit))
		return WHY_INIT;
	if (facts->succeeded && facts->failed)
		return WHY_HALF;
	if (is_kept(unprobed_name(unit)) ||
	    is_kept((const char *)unprobed_at(&entry(unit)->modname)))
		return WHY_KEPT;
	if (has_console(unit))
		return WHY_CONSOLE;
	if (facts->can_bind)
		return facts->can_bind;
	return is_declared(unit) ? WHY_NODE : MAY_LEAVE;
}

/*
 * What others say: users first, then those that could bring devices
 */

#define FEED_WHILE_BOUND	0x8000

static bool has_left(unsigned int unit)
{
	return unprobed_state(unit) == UNPROBED_LEFT ||
	       unprobed_state(unit) == UNPROBED_QUARANTINE;
}

/* As @can_bind of a unit, of one that stays in any case. */
static enum why maker_can_bind(unsigned int maker)
{
	const struct unprobed_maker *of = &__unprobed_makers_start[maker];
	const s32 *driver = (const s32 *)unprobed_at(&of->drivers);
	enum why why = MAY_LEAVE;
	unsigned int i;

	for (i = 0; i < of->count && why != WHY_BOUND; i++) {
		struct device_driver *each = (void *)unprobed_at(driver + i);
		enum why other = is_registered(each) ? can_bind(each) : MAY_LEAVE;

		if (!why || other == WHY_BOUND)
			why = other;
	}
	return why;
}

#ifdef CONFIG_PCI
static bool has_pci_slot(void)
{
	struct pci_dev *dev = NULL;

	for_each_pci_dev(dev) {
		if (dev->is_hotplug_bridge) {
			pci_dev_put(dev);
			return true;
		}
	}
	return false;
}

/* All its drivers are for PCI devices, and none can be plugged in. */
static bool is_plugless(const struct unit *unit)
{
	unsigned int i;

	for (i = 0; i < unit->drivers; i++)
		if (drivers[unit->first + i].driver->bus != &pci_bus_type)
			return false;
	return unit->drivers && !has_pci_slot();
}
#else
static bool is_plugless(const struct unit *unit)
{
	return false;
}
#endif

static u8 *maker_says;

static bool feeds(unsigned int maker, bool while_bound)
{
	unsigned int count = unprobed_count();
	enum why says;

	if (maker < count && has_left(maker))
		return false;
	says = maker < count ? units[maker].can_bind : maker_says[maker - count];
	if (says == WHY_BOUND)
		return while_bound;
	return says == WHY_MATCHES || says == WHY_NODE;
}

static enum why others_say(unsigned int unit)
{
	const u16 *link = (const u16 *)unprobed_at(&entry(unit)->links);
	unsigned int n;

	for (n = *link++; n; n--)
		if (!has_left(*link++))
			return WHY_USER;
	for (n = *link++; n; n--, link++)
		if (feeds(*link & ~FEED_WHILE_BOUND,
			  (*link & FEED_WHILE_BOUND) && !is_plugless(&units[unit])))
			return WHY_FEED;
	return MAY_LEAVE;
}

/*
 * Leaving
 */

/*
 * By anything that it points to: the text of its name may be one that units
 * share, and its value may be another unit's.
 */
static bool param_is_of(unsigned int unit, const struct kernel_param *param)
{
	return unprobed_within(unit, (unsigned long)param->name) ||
	       unprobed_within(unit, (unsigned long)param->arg) ||
	       unprobed_within(unit, (unsigned long)param->ops);
}

static bool param_is_gone(const struct kernel_param *param)
{
	return unprobed_gone((unsigned long)param->name) ||
	       unprobed_gone((unsigned long)param->arg) ||
	       unprobed_gone((unsigned long)param->ops);
}

static void remove_parameter(const struct kernel_param *param)
{
	const char *dot = strchr(param->name, '.');
	struct attribute attribute = { .name = dot + 1 };
	char of[MODULE_NAME_LEN];
	struct kobject *kobj;

	strscpy(of, param->name, dot - param->name + 1);
	kobj = kset_find_obj(module_kset, of);
	if (!kobj)
		return;
	sysfs_remove_file_from_group(kobj, &attribute, "parameters");
	kobject_put(kobj);
}

/* A driver of somebody who is called the same is linked to there. */
static bool has_drivers(const struct module_kobject *module)
{
	return module->drivers_dir &&
	       !RB_EMPTY_ROOT(&module->drivers_dir->sd->dir.children);
}

/* Its folder in /sys/module, unless others have it, too. */
static void remove_module(const char *name)
{
	struct kobject *kobj = kset_find_obj(module_kset, name);
	struct module_kobject *module;

	if (!kobj)
		return;
	module = container_of(kobj, struct module_kobject, kobj);
	if (module->mod || has_drivers(module)) {
		kobject_put(kobj);
		return;
	}
	kobject_put(module->drivers_dir);
	module->drivers_dir = NULL;
	kobject_del(kobj);
	kobject_put(kobj);
	/* Whoever still holds it may look at it for ever; it is small. */
	if (kref_read(&kobj->kref) == 1)
		unprobed_free_module(module);
}

/* The files of its parameters, which point into it. */
static void remove_parameters(unsigned int unit)
{
	const char *name = (const char *)unprobed_at(&entry(unit)->modname);
	size_t length = strlen(name);
	const struct kernel_param *param;
	bool others = false;

	for (param = __start___param; param < __stop___param; param++) {
		const char *dot;

		/* In a decision before this one its pages were given back. */
		if (unprobed_gone((unsigned long)param->name))
			continue;
		dot = strchr(param->name, '.');
		if (!dot || dot - param->name >= MODULE_NAME_LEN)
			continue;
		if (!param_is_of(unit, param))
			others |= dot - param->name == length &&
				  !strncmp(param->name, name, length) &&
				  !param_is_gone(param);
		else if (param->perm)
			remove_parameter(param);
	}
	if (!others)
		remove_module(name);
}

static void undo(unsigned int unit)
{
	typedef void (*exit_function)(void);
	exit_function *first = (void *)unprobed_at(&entry(unit)->exits);
	exit_function *exit = (void *)unprobed_at(&entry(unit + 1)->exits);
	const struct unit *facts = &units[unit];
	unsigned int i;

	if (!facts->succeeded && init_count(unit))
		return;
	if (exit == first)
		for (i = facts->drivers; i--; )
			driver_unregister(drivers[facts->first + i].driver);
	while (exit > first)
		(*--exit)();
}

static bool leave(unsigned int unit)
{
	struct unit *facts = &units[unit];
	unsigned int i;

	facts->can_bind = unit_can_bind(facts);
	if (facts->can_bind) {
		facts->why = facts->can_bind;
		return false;
	}
	if (cmpxchg(&facts->state, UNPROBED_STAYS, UNPROBED_LEAVING) != UNPROBED_STAYS)
		return false;
	for (i = 0; i < facts->drivers; i++)
		unprobed_remember(unit,
				  drivers[facts->first + i].driver->of_match_table);
	undo(unit);
	/* Since they were listed others have left, too. */
	for (i = 0; i < facts->drivers; i++) {
		if (is_registered(drivers[facts->first + i].driver)) {
			facts->why = WHY_DRIVER;
			WRITE_ONCE(facts->state, UNPROBED_STUCK);
			pr_warn("%s: a driver is still there after its exit\n",
				unprobed_name(unit));
			return false;
		}
	}
	remove_parameters(unit);
	WRITE_ONCE(facts->state, mode == MODE_QUARANTINE ?
				 UNPROBED_QUARANTINE : UNPROBED_LEFT);
	printk(KERN_DEBUG pr_fmt("%s: left, %lu bytes\n"), unprobed_name(unit),
	       unprobed_bytes(unit));
	return true;
}

static bool pass(void)
{
	unsigned int unit;
	bool more = false;

	for (unit = 0; unit < unprobed_count(); unit++) {
		struct unit *facts = &units[unit];

		if (facts->state != UNPROBED_STAYS || facts->why > WHY_FEED)
			continue;
		if (facts->why && facts->why < WHY_USER)
			continue;
		facts->why = others_say(unit);
		if (!facts->why)
			more |= mode != MODE_REPORT ? leave(unit) : false;
	}
	return more;
}

static bool ask_all(void)
{
	unsigned int makers = __unprobed_makers_end - __unprobed_makers_start;
	unsigned int unit, maker;

	kvfree(maker_says);
	maker_says = kvcalloc(makers + 1, 1, GFP_KERNEL);
	if (!maker_says || !list_drivers())
		return false;
	for (maker = 0; maker < makers; maker++)
		maker_says[maker] = maker_can_bind(maker);
	for (unit = 0; unit < unprobed_count(); unit++) {
		struct unit *facts = &units[unit];

		if (facts->state != UNPROBED_STAYS)
			continue;
		facts->can_bind = unit_can_bind(facts);
		facts->why = stays(unit);
	}
	return true;
}

static unsigned int count_left(void)
{
	unsigned int unit, left = 0;

	for (unit = 0; unit < unprobed_count(); unit++)
		left += has_left(unit);
	return left;
}

static void summarise(char *text, size_t size)
{
	unsigned long freed = unprobed_freed();
	unsigned int left = count_left();

	scnprintf(text, size,
		  "%u units left, %u stayed, %lu pages (%lu KiB) given back, %lld us",
		  left, unprobed_count() - left, freed,
		  freed << (PAGE_SHIFT - 10), spent_us);
}

static void tell(void)
{
	char text[128];

	summarise(text, sizeof(text));
	pr_info("%s\n", text);
}

static void end_quarantine(struct work_struct *work)
{
	unsigned int unit;

	mutex_lock(&decision);
	for (unit = 0; unit < unprobed_count(); unit++)
		cmpxchg(&units[unit].state, UNPROBED_QUARANTINE, UNPROBED_LEFT);
	unprobed_free_pages();
	tell();
	mutex_unlock(&decision);
}

static DECLARE_DELAYED_WORK(quarantine_work, end_quarantine);

static void decide(void)
{
	ktime_t start;

	wait_for_device_probe();
	mutex_lock(&decision);
	start = ktime_get();
	if (!units || !ask_all())
		goto out;
	while (pass())
		cond_resched();
	if (mode != MODE_REPORT) {
		/* Callbacks and readers that are still in what left. */
		synchronize_rcu();
		rcu_barrier();
		unprobed_hide_pages();
		if (mode == MODE_QUARANTINE)
			schedule_delayed_work(&quarantine_work,
					      quarantine_seconds * HZ);
		else
			unprobed_free_pages();
	}
	spent_us += ktime_us_delta(ktime_get(), start);
	decided = true;
	tell();
out:
	mutex_unlock(&decision);
}

static void decide_work(struct work_struct *work)
{
	decide();
}

static DECLARE_WORK(boot_work, decide_work);

void unprobed_boot_done(void)
{
	/* What is only read after init no longer changes. */
	arch_unprobed_protect();
	if (mode != MODE_OFF && unprobed_count())
		queue_work(system_unbound_wq, &boot_work);
}

/*
 * What people see
 */

static int units_show(struct seq_file *m, void *unused)
{
	unsigned int unit;
	int i;

	for (unit = 0; units && unit < unprobed_count(); unit++) {
		seq_printf(m, "%s\t%s", unprobed_name(unit),
			   states[unprobed_state(unit)]);
		for (i = 0; i < UNPROBED_REGIONS; i++)
			seq_printf(m, "\t%lu", unprobed_start(unit + 1, i) -
					       unprobed_start(unit, i));
		seq_printf(m, "\t%s\n", words[READ_ONCE(units[unit].why)]);
	}
	return 0;
}
DEFINE_SHOW_ATTRIBUTE(units);

static int regions_show(struct seq_file *m, void *unused)
{
	unprobed_show_regions(m);
	return 0;
}
DEFINE_SHOW_ATTRIBUTE(regions);

static int summary_show(struct seq_file *m, void *unused)
{
	char text[128];

	summarise(text, sizeof(text));
	seq_printf(m, "%s\n", decided ? text : "not decided yet");
	return 0;
}
DEFINE_SHOW_ATTRIBUTE(summary);

/* User space knows that no more devices come. */
static ssize_t complete_store(struct kobject *kobj, struct kobj_attribute *attr,
			      const char *text, size_t length)
{
	bool complete;
	int err = kstrtobool(text, &complete);

	if (err)
		return err;
	if (complete && mode != MODE_OFF)
		decide();
	return length;
}

static struct kobj_attribute complete_attribute = __ATTR_WO(complete);

static ssize_t complete_write(struct file *file, const char __user *from,
			      size_t length, loff_t *pos)
{
	char text[8] = "";

	if (length >= sizeof(text))
		return -EINVAL;
	if (copy_from_user(text, from, length))
		return -EFAULT;
	return complete_store(NULL, NULL, text, length);
}

static const struct file_operations complete_fops = {
	.owner = THIS_MODULE,
	.write = complete_write,
};

static int __init make_files(void)
{
	struct dentry *dir = debugfs_create_dir("unprobed", NULL);
	struct kobject *kobj;

	debugfs_create_file("units", 0400, dir, NULL, &units_fops);
	debugfs_create_file("regions", 0400, dir, NULL, &regions_fops);
	debugfs_create_file("summary", 0400, dir, NULL, &summary_fops);
	debugfs_create_file("complete", 0200, dir, NULL, &complete_fops);
	if (IS_ENABLED(CONFIG_DEBUG_FS))
		return 0;
	kobj = kobject_create_and_add("unprobed", kernel_kobj);
	return kobj ? sysfs_create_file(kobj, &complete_attribute.attr) : -ENOMEM;
}
late_initcall(make_files);
