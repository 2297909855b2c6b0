@NullMarked
package dev.unprobed.reclaim.admit;

import org.jspecify.annotations.NullMarked;
