@NullMarked
package dev.unprobed.reclaim.layout;

import org.jspecify.annotations.NullMarked;
