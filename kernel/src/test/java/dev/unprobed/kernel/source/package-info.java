@NullMarked
package dev.unprobed.kernel.source;

import org.jspecify.annotations.NullMarked;
