@NullMarked
package dev.unprobed.reclaim.link;

import org.jspecify.annotations.NullMarked;
