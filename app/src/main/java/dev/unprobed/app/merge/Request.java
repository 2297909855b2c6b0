package dev.unprobed.app.merge;

import dev.unprobed.kconfig.source.Location;

/**
 * What one line asks for.
 *
 * @param name of the symbol, without prefix
 * @param value as written; n for {@code # X is not set}
 * @param line the line that asks
 */
public record Request(String name, String value, MergedLine line) {
  /** Where the request stands. */
  public Location at() {
    return line.at();
  }

  /** The line as it was written. */
  public String text() {
    return line.text();
  }

  /** Whether the symbol is to be off, or without a value, rather than n. */
  boolean unset() {
    return line.text().startsWith("#");
  }
}
