/**
 * Text for people: {@link dev.unprobed.app.text.Lines} puts words and lists into lines of a
 * terminal's width.
 */
@NullMarked
package dev.unprobed.app.text;

import org.jspecify.annotations.NullMarked;
