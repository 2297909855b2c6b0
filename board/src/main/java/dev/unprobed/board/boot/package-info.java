/**
 * A boot without a machine: which devices come onto which bus, which driver takes them and when,
 * who waits for whom, and what is still waiting at the end.
 *
 * <p>A {@link dev.unprobed.board.boot.KernelIndex} is made once for a kernel. Then each board is
 * booted twice: once with only what is certain, once with all that may be. What binds in the first
 * is bound, what binds only in the second is possible, what binds in neither waits or is dead. Both
 * follow the kernel's own steps: drivers register by initcall level and link order, devices of the
 * tree come at arch_initcall_sync, deferred ones are tried again from late_initcall on, and the
 * deferred probe timeout ends the wait for suppliers that nobody drives.
 */
@NullMarked
package dev.unprobed.board.boot;

import org.jspecify.annotations.NullMarked;
