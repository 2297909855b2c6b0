package dev.unprobed.prove.nearest;

import dev.unprobed.kconfig.tree.Symbol;

/**
 * A symbol that is to have a value.
 *
 * @param value n, m, y, or a text
 */
public record Request(Symbol symbol, String value) {}
