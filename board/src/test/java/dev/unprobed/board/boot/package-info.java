@NullMarked
package dev.unprobed.board.boot;

import org.jspecify.annotations.NullMarked;
