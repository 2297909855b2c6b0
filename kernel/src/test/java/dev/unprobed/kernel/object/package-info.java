@NullMarked
package dev.unprobed.kernel.object;

import org.jspecify.annotations.NullMarked;
