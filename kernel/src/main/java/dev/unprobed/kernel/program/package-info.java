/**
 * Code and data as they lie in memory.
 *
 * <p>An image is nearly that already; an object becomes it when its sections are given addresses
 * and its relocations are applied. Whoever looks for drivers in a {@link
 * dev.unprobed.kernel.program.Program} need not know which of the two it was.
 */
@NullMarked
package dev.unprobed.kernel.program;

import org.jspecify.annotations.NullMarked;
