/** Tests of what is around the boots. */
@NullMarked
package dev.unprobed.bench.board;

import org.jspecify.annotations.NullMarked;
