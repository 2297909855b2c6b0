/** Tests of the soundness benchmark. */
@NullMarked
package dev.unprobed.bench.sound;

import org.jspecify.annotations.NullMarked;
