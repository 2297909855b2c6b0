@NullMarked
package dev.unprobed.kernel.kbuild;

import org.jspecify.annotations.NullMarked;
