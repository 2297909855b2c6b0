/**
 * Build trees: what Kbuild has left in a folder where a kernel was built, with O= or among the
 * sources.
 *
 * <p>The archive vmlinux.a names the objects of the kernel in the order in which they are linked.
 * Beside each object lies a .cmd file with the command that made it, and there stands the unit it
 * is for: {@code -DKBUILD_MODFILE='"drivers/clk/clk-gate"'}. So a {@link
 * dev.unprobed.kernel.tree.BuildTree} knows the units of a kernel before one object is opened:
 *
 * <pre>{@code
 * BuildTree tree = BuildTree.read(Path.of("build"));
 * for (TreeUnit unit : tree.builtIn()) {
 *   unit.objects();
 * }
 * }</pre>
 */
@NullMarked
package dev.unprobed.kernel.tree;

import org.jspecify.annotations.NullMarked;
