/**
 * What modules say of themselves, and what is written down of all of a kernel's modules.
 *
 * <p>A module's .modinfo section is a {@link dev.unprobed.kernel.modinfo.Modinfo}: texts of the
 * form key=value. What is built in has its keys there with the name of the module in front, and
 * {@code modules.builtin.modinfo} has all of those. {@link dev.unprobed.kernel.modinfo.ModuleLists}
 * reads the other modules.* files, as Kbuild and depmod(8) write them.
 */
@NullMarked
package dev.unprobed.kernel.modinfo;

import org.jspecify.annotations.NullMarked;
