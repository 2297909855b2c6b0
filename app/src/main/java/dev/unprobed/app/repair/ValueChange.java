package dev.unprobed.app.repair;

/**
 * A symbol that can have other values than before; all texts are readable.
 *
 * @param before the values, {@code undefined} where nothing defines it
 */
public record ValueChange(String symbol, String before, String after) {}
