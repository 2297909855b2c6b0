package dev.unprobed.app.merge;

import dev.unprobed.kconfig.source.Location;

/**
 * A line of a fragment.
 *
 * @param base whether the fragment is only the base that others build on
 */
public record MergedLine(String text, Location at, boolean base) {}
