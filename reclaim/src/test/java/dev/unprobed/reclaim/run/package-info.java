/** Tests of boots. */
@NullMarked
package dev.unprobed.reclaim.run;

import org.jspecify.annotations.NullMarked;
