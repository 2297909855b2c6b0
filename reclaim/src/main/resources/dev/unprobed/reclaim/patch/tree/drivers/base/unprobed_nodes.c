// SPDX-License-Identifier: GPL-2.0
/*
 * Nodes of the device tree that come, or are enabled, when the unit that
 * drives them has left: the log says so. What units left for is gone with
 * them, so hashes of their compatibles are kept, six bytes for each.
 */
#define pr_fmt(fmt) "unprobed: " fmt

#include <linux/init.h>
#include <linux/jhash.h>
#include <linux/mutex.h>
#include <linux/of.h>
#include <linux/slab.h>
#include <linux/string.h>

#include "unprobed.h"

struct wanted {
	u32 hash;
	u16 unit;
} __packed;

#define IN_CHUNK	((PAGE_SIZE - sizeof(void *) - sizeof(u32)) / sizeof(struct wanted))

struct chunk {
	struct chunk *next;
	u32 count;
	struct wanted wanted[IN_CHUNK];
};

static struct chunk *chunks;
static DEFINE_MUTEX(chunks_lock);

static u32 hash_of(const char *compatible)
{
	return jhash(compatible, strlen(compatible), 0);
}

static void remember(unsigned int unit, const char *compatible)
{
	if (!chunks || chunks->count == IN_CHUNK) {
		struct chunk *more = kzalloc(sizeof(*more), GFP_KERNEL);

		/* Then a line of the log is missing. */
		if (!more)
			return;
		more->next = chunks;
		chunks = more;
	}
	chunks->wanted[chunks->count++] = (struct wanted){
		.hash = hash_of(compatible),
		.unit = unit,
	};
}

void unprobed_remember(unsigned int unit, const struct of_device_id *matches)
{
	mutex_lock(&chunks_lock);
	for (; matches && (matches->name[0] || matches->type[0] ||
			   matches->compatible[0]); matches++)
		if (matches->compatible[0])
			remember(unit, matches->compatible);
	mutex_unlock(&chunks_lock);
}

static bool has_left(unsigned int unit)
{
	return unprobed_state(unit) == UNPROBED_LEFT ||
	       unprobed_state(unit) == UNPROBED_QUARANTINE;
}

static void tell(const struct device_node *node, const char *compatible)
{
	u32 i, hash = hash_of(compatible);
	const struct chunk *chunk;

	for (chunk = chunks; chunk; chunk = chunk->next)
		for (i = 0; i < chunk->count; i++)
			if (chunk->wanted[i].hash == hash &&
			    has_left(chunk->wanted[i].unit))
				pr_warn("%pOF wants %s, which has left\n", node,
					unprobed_name(chunk->wanted[i].unit));
}

static int node_changes(struct notifier_block *block, unsigned long action,
			void *data)
{
	struct of_reconfig_data *change = data;
	struct property *property;
	const char *compatible;

	if (of_reconfig_get_state_change(action, change) != OF_RECONFIG_CHANGE_ADD)
		return NOTIFY_OK;
	mutex_lock(&chunks_lock);
	of_property_for_each_string(change->dn, "compatible", property, compatible)
		tell(change->dn, compatible);
	mutex_unlock(&chunks_lock);
	return NOTIFY_OK;
}

static struct notifier_block node_notifier = {
	.notifier_call = node_changes,
};

static int __init watch_nodes(void)
{
	return of_reconfig_notifier_register(&node_notifier);
}
late_initcall(watch_nodes);
