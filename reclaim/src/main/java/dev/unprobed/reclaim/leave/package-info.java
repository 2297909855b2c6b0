/**
 * Which units leave a board, computed without it: the kernel's own rule, applied to what is known
 * of the board from its device tree.
 *
 * <p>A {@link dev.unprobed.reclaim.leave.Departures} has each candidate with what becomes of it.
 * Where files do not tell, for instance what is plugged into a bus, it tells so, and a sum is a
 * range: what leaves whatever is there, and what leaves if nothing more is there than is known.
 * {@link dev.unprobed.reclaim.leave.Comparison} sets that against the table of a real boot.
 */
@NullMarked
package dev.unprobed.reclaim.leave;

import org.jspecify.annotations.NullMarked;
