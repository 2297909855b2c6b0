/**
 * What proofs cost: {@link dev.unprobed.bench.proof.Formula} measures the formula of a tree and
 * single proofs in one JVM, and {@link dev.unprobed.bench.proof.Measured} puts that next to whole
 * processes of {@code unprobed prove} and to what others publish.
 */
@NullMarked
package dev.unprobed.bench.proof;

import org.jspecify.annotations.NullMarked;
