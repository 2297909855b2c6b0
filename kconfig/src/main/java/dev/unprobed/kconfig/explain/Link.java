package dev.unprobed.kconfig.explain;

import dev.unprobed.kconfig.tree.Property;
import dev.unprobed.kconfig.tree.Symbol;

/**
 * A select or imply, seen from its target.
 *
 * @param selector whose line it is
 * @param value of the selector
 * @param line the select or imply itself
 * @param strength the value that it gives to the target, 0 when it does not act
 */
public record Link(Symbol selector, String value, Property line, int strength) {}
