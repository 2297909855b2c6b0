package dev.unprobed.prove.nearest;

import dev.unprobed.kconfig.tree.Symbol;

/**
 * A setting that differs.
 *
 * @param before the value in the configuration to start from: n, m, y or a text
 * @param after the value to set
 */
public record Change(Symbol symbol, String before, String after) {}
