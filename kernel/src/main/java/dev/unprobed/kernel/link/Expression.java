package dev.unprobed.kernel.link;

/** An expression of a linker script. */
@FunctionalInterface
interface Expression {
  /**
   * Its value where the dot is.
   *
   * @throws Unknowable when something that it needs is not known
   */
  long value(Scope scope) throws Unknowable;

  /** What expressions speak of. */
  interface Scope {
    long dot();

    long symbol(String name) throws Unknowable;

    /** The address, load address or size of an output section. */
    long section(String question, String name) throws Unknowable;
  }

  /** Something in an expression cannot be told from the linked file. */
  final class Unknowable extends Exception {
    Unknowable(String what) {
      super(what);
    }
  }

  static Expression constant(long value) {
    return scope -> value;
  }

  static long aligned(long address, long alignment) {
    return alignment <= 1 ? address : (address + alignment - 1) & -alignment;
  }

  /** The operators of C that take two operands. */
  static long apply(String operator, long a, long b) throws Unknowable {
    return switch (operator) {
      case "+" -> a + b;
      case "-" -> a - b;
      case "*" -> a * b;
      case "/" -> divided(a, b);
      case "%" -> b == 0 ? divided(a, b) : Long.remainderUnsigned(a, b);
      case "<<" -> b >= 64 ? 0 : a << b;
      case ">>" -> b >= 64 ? 0 : a >>> b;
      case "&" -> a & b;
      case "|" -> a | b;
      case "^" -> a ^ b;
      case "==" -> a == b ? 1 : 0;
      case "!=" -> a == b ? 0 : 1;
      case "<" -> Long.compareUnsigned(a, b) < 0 ? 1 : 0;
      case ">" -> Long.compareUnsigned(a, b) > 0 ? 1 : 0;
      case "<=" -> Long.compareUnsigned(a, b) <= 0 ? 1 : 0;
      case ">=" -> Long.compareUnsigned(a, b) >= 0 ? 1 : 0;
      case "&&" -> a != 0 && b != 0 ? 1 : 0;
      case "||" -> a != 0 || b != 0 ? 1 : 0;
      default -> throw new Unknowable("operator " + operator);
    };
  }

  private static long divided(long a, long b) throws Unknowable {
    if (b == 0) {
      throw new Unknowable("division by zero");
    }
    return Long.divideUnsigned(a, b);
  }
}
