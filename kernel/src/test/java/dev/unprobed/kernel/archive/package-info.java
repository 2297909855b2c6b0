@NullMarked
package dev.unprobed.kernel.archive;

import org.jspecify.annotations.NullMarked;
