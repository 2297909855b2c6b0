package dev.unprobed.board.ledger;

/**
 * The bytes of some units.
 *
 * @param file in the image's file
 * @param memory once loaded
 * @param resident once booted
 */
public record Burden(long file, long memory, long resident) {
  /** Nothing. */
  public static final Burden NONE = new Burden(0, 0, 0);

  /** Both. */
  public Burden plus(Burden other) {
    return new Burden(file + other.file, memory + other.memory, resident + other.resident);
  }
}
