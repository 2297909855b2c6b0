package dev.unprobed.kernel.image;

/**
 * A line of System.map, or an entry of kallsyms.
 *
 * @param type the letter that nm prints
 */
public record RawSymbol(long address, char type, String name) {
  /** Whether nm calls it code: T, t, and the weak ones, which may be either. */
  boolean isText() {
    return isText(type);
  }

  static boolean isText(char type) {
    return switch (type) {
      case 'T', 't', 'W', 'w' -> true;
      default -> false;
    };
  }
}
