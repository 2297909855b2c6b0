package dev.unprobed.kernel.ledger;

import java.util.Map;

/**
 * Entries taken together.
 *
 * @param name of what they have in common
 * @param file in the file, in bytes
 * @param memory once loaded
 * @param resident once booted
 * @param classes of what is in memory; only those that it has
 */
public record Row(
    String name, long file, long memory, long resident, Map<ByteClass, Long> classes) {
  public Row {
    classes = Map.copyOf(classes);
  }

  /** 0 when it has none of that class. */
  public long of(ByteClass what) {
    return classes.getOrDefault(what, 0L);
  }
}
