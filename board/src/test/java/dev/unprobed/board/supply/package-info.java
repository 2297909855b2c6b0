@NullMarked
package dev.unprobed.board.supply;

import org.jspecify.annotations.NullMarked;
