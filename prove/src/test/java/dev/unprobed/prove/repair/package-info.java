/** Repairs, and what else they change. */
@NullMarked
package dev.unprobed.prove.repair;

import org.jspecify.annotations.NullMarked;
