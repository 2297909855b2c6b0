/** What a board needs of a kernel. */
@NullMarked
package dev.unprobed.board;

import org.jspecify.annotations.NullMarked;
