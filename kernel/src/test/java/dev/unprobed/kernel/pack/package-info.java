@NullMarked
package dev.unprobed.kernel.pack;

import org.jspecify.annotations.NullMarked;
