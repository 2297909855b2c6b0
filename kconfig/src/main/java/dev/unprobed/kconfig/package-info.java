/**
 * The Kconfig language as the kernel's own {@code conf} understands it. {@link
 * dev.unprobed.kconfig.Generation} says whose rules hold. A tree of Kconfig files becomes a {@link
 * dev.unprobed.kconfig.tree.MenuTree}, the tree and a {@code .config} become a {@link
 * dev.unprobed.kconfig.eval.Evaluation}, and that is written as a {@code .config}.
 */
@NullMarked
package dev.unprobed.kconfig;

import org.jspecify.annotations.NullMarked;
