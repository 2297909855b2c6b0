/* SPDX-License-Identifier: GPL-2.0 */
#ifndef _LINUX_UNPROBED_H
#define _LINUX_UNPROBED_H

#endif /* _LINUX_UNPROBED_H */
