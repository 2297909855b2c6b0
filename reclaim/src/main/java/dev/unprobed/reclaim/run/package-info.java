/**
 * Boots that show what giving back does.
 *
 * <p>A {@link dev.unprobed.reclaim.run.Machine} is a board that QEMU can be, an {@link
 * dev.unprobed.reclaim.run.Emulator} is QEMU with a kernel on it. The root file system is one
 * program of ours, made from the C files beside this package with the compiler of the target. It
 * waits until the kernel has given back what it can, prints what the kernel says about that, and
 * tries {@linkplain dev.unprobed.reclaim.run.Check what could break}. A {@link
 * dev.unprobed.reclaim.run.Boot} is what the console said, taken apart.
 *
 * <pre>{@code
 * var boots = new Boots(emulator, Guest.compile("aarch64-linux-gnu-gcc"));
 * Evidence evidence = Evidence.of(boots, Set.of(Check.values()), modules);
 * }</pre>
 */
@NullMarked
package dev.unprobed.reclaim.run;

import org.jspecify.annotations.NullMarked;
