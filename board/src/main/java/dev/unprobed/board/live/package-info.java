/**
 * The machine that one is on, as /sys tells of it: which drivers are registered, and which of them
 * are bound to a device (Documentation/ABI/testing/sysfs-bus-* and the driver model's own layout:
 * /sys/bus/BUS/drivers/DRIVER/DEVICE).
 */
@NullMarked
package dev.unprobed.board.live;

import org.jspecify.annotations.NullMarked;
