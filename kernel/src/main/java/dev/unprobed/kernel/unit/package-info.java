/**
 * What a kernel consists of, for those who ask which of it a board needs.
 *
 * <p>A {@link dev.unprobed.kernel.unit.Unit} is what shares one KBUILD_MODNAME, built in or a
 * module. It has {@link dev.unprobed.kernel.unit.Driver}s, which bind to devices of one bus by
 * tables of {@link dev.unprobed.kernel.unit.DeviceId}s; {@link
 * dev.unprobed.kernel.unit.Declaration}s, which the kernel calls for nodes of the device tree
 * without a driver; and it may make devices itself, {@link dev.unprobed.kernel.unit.MadeDevice}.
 * All of it is read from what was built, not from sources.
 */
@NullMarked
package dev.unprobed.kernel.unit;

import org.jspecify.annotations.NullMarked;
