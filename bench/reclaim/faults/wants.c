// SPDX-License-Identifier: GPL-2.0
/* A module of this kernel that wants the export of a built-in driver. */
#include "faults.h"

static int __init wants_init(void)
{
	return fault_wanted(1) == 3 ? 0 : -EINVAL;
}
module_init(wants_init);

static void __exit wants_exit(void)
{
}
module_exit(wants_exit);
MODULE_LICENSE("GPL");
