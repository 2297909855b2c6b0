/**
 * Which node of a device tree waits for which: the suppliers that fw_devlink finds
 * (drivers/of/property.c), without any kernel or driver in sight.
 *
 * <p>A {@link dev.unprobed.board.supply.Binding} is one kind of property that names suppliers;
 * which of them a kernel knows is a list, {@link dev.unprobed.board.supply.Bindings}. {@link
 * dev.unprobed.board.supply.SupplierGraph} is what they say about a tree; links that lie on a cycle
 * are marked, because nobody waits along them.
 */
@NullMarked
package dev.unprobed.board.supply;

import org.jspecify.annotations.NullMarked;
