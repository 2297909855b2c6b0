// SPDX-License-Identifier: GPL-2.0
/* Sets a kprobe on a function of a unit that has left: that has to be refused. */
#include <linux/kprobes.h>
#include "faults.h"

static struct kprobe probe = { .symbol_name = "fault_probed", .offset = 6000 };

static int __init kprobe_init(void)
{
	int error = register_kprobe(&probe);

	pr_info("fault-kprobe: %d\n", error);
	if (!error)
		unregister_kprobe(&probe);
	return error ? 0 : -EEXIST;
}
module_init(kprobe_init);
MODULE_LICENSE("GPL");
