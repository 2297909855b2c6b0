@NullMarked
package dev.unprobed.kernel.compress;

import org.jspecify.annotations.NullMarked;
