/** Tests of what is told about findings. */
@NullMarked
package dev.unprobed.app.check;

import org.jspecify.annotations.NullMarked;
