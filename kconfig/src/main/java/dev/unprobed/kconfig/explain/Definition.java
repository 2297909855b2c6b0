package dev.unprobed.kconfig.explain;

import dev.unprobed.kconfig.source.Location;
import java.util.List;

/**
 * A place that defines a symbol.
 *
 * @param prompt the question that a user sees there; empty when there is none
 * @param clauses the lines that the definition depends on, the outermost first
 */
public record Definition(Location location, String prompt, List<Clause> clauses) {}
