@NullMarked
package dev.unprobed.kernel;

import org.jspecify.annotations.NullMarked;
