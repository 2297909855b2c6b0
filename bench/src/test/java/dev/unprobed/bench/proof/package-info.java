/** Tests of what proofs cost. */
@NullMarked
package dev.unprobed.bench.proof;

import org.jspecify.annotations.NullMarked;
