package dev.unprobed.kconfig.eval;

/** The logical values as numbers. */
public final class Tristate {
  public static final int N = 0;
  public static final int M = 1;
  public static final int Y = 2;

  private static final String[] TEXTS = {"n", "m", "y"};

  private Tristate() {}

  /** {@code n}, {@code m} or {@code y}. */
  public static String text(int value) {
    return TEXTS[value];
  }

  /** The value that a text begins with, in either case; -1 when it begins with none. */
  public static int parse(String text) {
    return switch (text.isEmpty() ? ' ' : text.charAt(0)) {
      case 'n', 'N' -> N;
      case 'm', 'M' -> M;
      case 'y', 'Y' -> Y;
      default -> -1;
    };
  }
}
