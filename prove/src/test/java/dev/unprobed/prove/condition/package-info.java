/** Tests of conditions. */
@NullMarked
package dev.unprobed.prove.condition;

import org.jspecify.annotations.NullMarked;
