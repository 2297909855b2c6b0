@NullMarked
package dev.unprobed.kernel.image;

import org.jspecify.annotations.NullMarked;
