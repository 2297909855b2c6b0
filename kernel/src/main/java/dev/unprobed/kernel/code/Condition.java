package dev.unprobed.kernel.code;

/** What flags have to say, in the order of both instruction sets' condition field. */
public enum Condition {
  EQ,
  NE,
  CS,
  CC,
  MI,
  PL,
  VS,
  VC,
  HI,
  LS,
  GE,
  LT,
  GT,
  LE,
  ALWAYS,
  /** On A64 the same as ALWAYS; on A32 another set of instructions. */
  NEVER;

  private static final Condition[] ALL = values();

  static Condition of(int field) {
    return ALL[field & 15];
  }

  @SuppressWarnings("EnumOrdinal") // the order is that of the field, by contract
  Condition inverse() {
    return ALL[ordinal() ^ 1];
  }

  boolean isAlways() {
    return this == ALWAYS || this == NEVER;
  }

  /** After a comparison of two numbers of the given width in bits. */
  boolean holds(long left, long right, int width) {
    long a = width == 32 ? (int) left : left;
    long b = width == 32 ? (int) right : right;
    long difference = width == 32 ? (int) (a - b) : a - b;
    int unsigned =
        width == 32 ? Integer.compareUnsigned((int) a, (int) b) : Long.compareUnsigned(a, b);
    return switch (this) {
      case EQ -> a == b;
      case NE -> a != b;
      case CS -> unsigned >= 0;
      case CC -> unsigned < 0;
      case MI -> difference < 0;
      case PL -> difference >= 0;
      case VS -> (difference < 0) != (a < b);
      case VC -> (difference < 0) == (a < b);
      case HI -> unsigned > 0;
      case LS -> unsigned <= 0;
      case GE -> a >= b;
      case LT -> a < b;
      case GT -> a > b;
      case LE -> a <= b;
      case ALWAYS, NEVER -> true;
    };
  }

  /** Whether this one has to hold where the other does. */
  boolean followsFrom(Condition other) {
    return this == other
        || switch (other) {
          case EQ -> this == CS || this == LS || this == GE || this == LE;
          case HI -> this == CS || this == NE;
          case CC -> this == LS || this == NE;
          case GT -> this == GE || this == NE;
          case LT -> this == LE || this == NE;
          case NE, CS, MI, PL, VS, VC, LS, GE, LE, ALWAYS, NEVER -> false;
        };
  }
}
