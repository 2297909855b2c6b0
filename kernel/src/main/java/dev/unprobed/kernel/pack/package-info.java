/**
 * A distribution's kernel: its image, configuration, modules and device trees.
 *
 * <p>{@link dev.unprobed.kernel.pack.KernelPackage} reads a .deb, a folder that one was unpacked
 * to, an installed system, or a lone boot image with what lies beside it. A .deb is unpacked to the
 * cache once: only the files that matter, by names that are checked, never a link or a device.
 *
 * <pre>{@code
 * var kernel = KernelPackage.open(Path.of("linux-image-6.1.0-50-armmp.deb"), cache);
 * Program image = kernel.image();
 * for (ModuleFile module : kernel.modules()) { Bytes elf = module.bytes(); … }
 * }</pre>
 */
@NullMarked
package dev.unprobed.kernel.pack;

import org.jspecify.annotations.NullMarked;
