/**
 * What a set of Kconfig files means before any symbol has a value.
 *
 * <p>The parser tells a {@link dev.unprobed.kconfig.tree.TreeBuilder} what it reads. {@code
 * Finalizer} then does what the kernel's {@code menu_finalize()} does: dependencies of menus, ifs
 * and choices go down to every property, selects and implies become reverse dependencies of their
 * targets, expressions are simplified (which is visible: in conf's messages, and in the automatic
 * submenus that shape a {@code .config}). The result is a {@link
 * dev.unprobed.kconfig.tree.MenuTree} that never changes again, so many evaluations can share it.
 *
 * <p>Symbols, properties and expressions carry a small {@code id()}, so that an evaluation can keep
 * their values in arrays.
 */
@NullMarked
package dev.unprobed.kconfig.tree;

import org.jspecify.annotations.NullMarked;
