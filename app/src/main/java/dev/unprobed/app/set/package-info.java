/** The fewest changes that make wanted values stick, told. */
@NullMarked
package dev.unprobed.app.set;

import org.jspecify.annotations.NullMarked;
