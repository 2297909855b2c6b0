/**
 * The exactness benchmark: does {@code unprobed config} do what the tree's own {@code conf} does,
 * byte for byte?
 *
 * <p>A {@link dev.unprobed.bench.exact.Job} is one run: a target, its environment, and the files
 * that lie in the working folder before it. The {@link dev.unprobed.bench.exact.Matrix} makes all
 * of them for a tree:
 *
 * <pre>{@code
 * 6.1/arm64/randconfig/7        KCONFIG_SEED=7 conf --randconfig
 * 6.1/arm64/olddefconfig/rand-7 conf --olddefconfig on what conf made of that
 * }</pre>
 *
 * <p>{@link dev.unprobed.bench.exact.Expected} runs {@code conf}, or remembers what it did: the
 * answer to the same bytes never changes. A {@link dev.unprobed.bench.exact.Candidate} does the
 * same job in a folder of its own, and {@link dev.unprobed.bench.exact.Comparison} compares exit
 * status, stdout, stderr, which files were written, and what is in them. {@link
 * dev.unprobed.bench.exact.Journal} makes a broken-off run resumable, and {@link
 * dev.unprobed.bench.exact.Table} says what came of it.
 */
@NullMarked
package dev.unprobed.bench.exact;

import org.jspecify.annotations.NullMarked;
