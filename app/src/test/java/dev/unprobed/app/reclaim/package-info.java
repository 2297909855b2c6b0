@NullMarked
package dev.unprobed.app.reclaim;

import org.jspecify.annotations.NullMarked;
