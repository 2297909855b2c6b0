@NullMarked
package dev.unprobed.kernel.link;

import org.jspecify.annotations.NullMarked;
