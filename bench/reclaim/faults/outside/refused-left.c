// SPDX-License-Identifier: GPL-2.0
/* Wants the export of a unit that has left. */
#include "faults.h"

static int __init left_init(void)
{
	return fault_exported(1) == 2 ? 0 : -EINVAL;
}
module_init(left_init);
MODULE_LICENSE("GPL");
