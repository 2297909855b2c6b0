package dev.unprobed.kconfig.tree;

import dev.unprobed.kconfig.source.Location;

/**
 * A {@code depends on}, {@code if} or {@code visible if}, as it was read.
 *
 * @param condition before anything was simplified; a bare m counts as {@code m && MODULES}
 */
public record Dependency(Expr condition, Location location) {}
