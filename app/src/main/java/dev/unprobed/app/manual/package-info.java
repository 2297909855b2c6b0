/**
 * Manual pages, made from the commands themselves so that the two never differ.
 *
 * <p>{@link dev.unprobed.app.manual.ManualPage} turns one command into one page of section 1, in
 * the macros of man(7). The pages of a program are those of all its commands: {@link
 * dev.unprobed.app.manual.ManualPage#all}.
 */
@NullMarked
package dev.unprobed.app.manual;

import org.jspecify.annotations.NullMarked;
