@NullMarked
package dev.unprobed.board;

import org.jspecify.annotations.NullMarked;
