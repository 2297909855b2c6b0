@NullMarked
package dev.unprobed.kernel.code;

import org.jspecify.annotations.NullMarked;
