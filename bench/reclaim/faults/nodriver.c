// SPDX-License-Identifier: GPL-2.0
/* No driver at all, but work that goes on. */
#include <linux/workqueue.h>
#include "faults.h"

static int count;

static void nodriver_work(struct work_struct *work);
static DECLARE_DELAYED_WORK(work, nodriver_work);

static void nodriver_work(struct work_struct *unused)
{
	count++;
	schedule_delayed_work(&work, HZ);
}

static int __init nodriver_init(void)
{
	schedule_delayed_work(&work, HZ);
	return 0;
}
device_initcall(nodriver_init);
MODULE_LICENSE("GPL");
