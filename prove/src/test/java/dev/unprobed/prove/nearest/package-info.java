/** Changes to a configuration, as few as possible. */
@NullMarked
package dev.unprobed.prove.nearest;

import org.jspecify.annotations.NullMarked;
