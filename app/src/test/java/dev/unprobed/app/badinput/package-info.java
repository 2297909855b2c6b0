/**
 * The whole program on input that is wrong, odd or too large: what it prints, its exit status, and
 * that no file is ever half written.
 */
@NullMarked
package dev.unprobed.app.badinput;

import org.jspecify.annotations.NullMarked;
