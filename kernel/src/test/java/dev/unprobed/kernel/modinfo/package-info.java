@NullMarked
package dev.unprobed.kernel.modinfo;

import org.jspecify.annotations.NullMarked;
