@NullMarked
package dev.unprobed.kernel.elf;

import org.jspecify.annotations.NullMarked;
