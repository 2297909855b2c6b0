/**
 * Holds the report to what it promises: of every row, the value now, the value without the
 * platform, and what comes of asking for n, m and y, against the tree's own conf.
 *
 * <p>{@link dev.unprobed.bench.promise.Promises} runs {@code unprobed report --json} and reads its
 * rows. {@link dev.unprobed.bench.promise.ConfValues} writes each request into the {@code .config}
 * that conf makes of the default configuration, and lets {@code conf --olddefconfig} answer. {@link
 * dev.unprobed.bench.promise.Verification} puts the two next to each other.
 */
@NullMarked
package dev.unprobed.bench.promise;

import org.jspecify.annotations.NullMarked;
