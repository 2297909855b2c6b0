@NullMarked
package dev.unprobed.kernel.tree;

import org.jspecify.annotations.NullMarked;
