/** Tests of what symbols can be. */
@NullMarked
package dev.unprobed.prove.value;

import org.jspecify.annotations.NullMarked;
