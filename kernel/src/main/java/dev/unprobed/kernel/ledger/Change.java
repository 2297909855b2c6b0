package dev.unprobed.kernel.ledger;

import org.jspecify.annotations.Nullable;

/**
 * What became of a row from one ledger to another.
 *
 * @param before absent when the first has no such row
 * @param after absent when the second has none
 */
public record Change(String name, @Nullable Row before, @Nullable Row after) {
  /** Growth in the file, in bytes. */
  public long file() {
    return (after == null ? 0 : after.file()) - (before == null ? 0 : before.file());
  }

  /** Growth once loaded. */
  public long memory() {
    return (after == null ? 0 : after.memory()) - (before == null ? 0 : before.memory());
  }

  /** Growth once booted. */
  public long resident() {
    return (after == null ? 0 : after.resident()) - (before == null ? 0 : before.resident());
  }
}
