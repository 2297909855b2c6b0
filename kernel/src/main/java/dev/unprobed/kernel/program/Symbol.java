package dev.unprobed.kernel.program;

/**
 * A name for a place.
 *
 * @param name as in the symbol table; several places may have the same one
 * @param address where
 * @param size in bytes, 0 when the table does not tell
 * @param kind what is there
 */
public record Symbol(String name, long address, long size, Kind kind) {
  /** What a symbol names. */
  public enum Kind {
    FUNCTION,
    DATA,
    /** Defined elsewhere: nothing can be read there. */
    EXTERNAL
  }
}
