package dev.unprobed.kconfig.tree;

import java.util.function.Supplier;

/**
 * A help text that is put together when somebody wants to read it: most runs never do.
 *
 * @param blank whether it is only white space
 * @param text makes the byte string
 */
public record HelpText(boolean blank, Supplier<String> text) {}
