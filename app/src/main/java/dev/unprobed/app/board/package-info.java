/**
 * What a board needs of a kernel, and what is bound on a running machine, as people and programs
 * read it.
 */
@NullMarked
package dev.unprobed.app.board;

import org.jspecify.annotations.NullMarked;
