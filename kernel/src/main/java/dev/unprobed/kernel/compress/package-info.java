/**
 * The compressions that kernels, modules and packages come in.
 *
 * <p>{@link dev.unprobed.kernel.compress.Compression} recognizes one by its first bytes and unpacks
 * it: {@link dev.unprobed.kernel.compress.Compression#unpack unpack} a whole file into memory,
 * never more than the limit that the caller sets, or {@link
 * dev.unprobed.kernel.compress.Compression#open open} a stream.
 */
@NullMarked
package dev.unprobed.kernel.compress;

import org.jspecify.annotations.NullMarked;
