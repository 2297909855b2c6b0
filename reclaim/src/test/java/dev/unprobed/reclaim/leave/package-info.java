@NullMarked
package dev.unprobed.reclaim.leave;

import org.jspecify.annotations.NullMarked;
