/**
 * From Kconfig files to a tree.
 *
 * <p>{@code Lexer} cuts bytes into tokens as the kernel's flex scanner does, and reads included
 * files in place. {@code MacroExpander} is the preprocessor: it runs inside the lexer, while the
 * files are being read. {@code Parser} knows the grammar and tells a {@link
 * dev.unprobed.kconfig.tree.TreeBuilder} what it finds. {@link
 * dev.unprobed.kconfig.parse.TreeLoader} is the way in.
 */
@NullMarked
package dev.unprobed.kconfig.parse;

import org.jspecify.annotations.NullMarked;
