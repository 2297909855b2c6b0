package dev.unprobed.kernel.code;

import dev.unprobed.kernel.code.Instruction.Compute;
import dev.unprobed.kernel.code.Instruction.Extract;
import dev.unprobed.kernel.code.Instruction.Operand;
import dev.unprobed.kernel.code.Instruction.Operator;
import dev.unprobed.kernel.code.Value.Constant;
import dev.unprobed.kernel.code.Value.Symbolic;

/** Sums of values, and what flags then say. */
final class Arithmetic {
  private Arithmetic() {}

  static void compute(Machine machine, Compute c) {
    var left = machine.register(c.left());
    var right = operand(machine, c.right());
    var result = cut(combine(c.operator(), left, right), c.width());
    if (c.flags()) {
      machine.flags = flags(c, left, right, result);
    }
    machine.register(c.to(), result);
  }

  private static Machine.Flags flags(Compute c, Value left, Value right, Value result) {
    return switch (c.operator()) {
      case SUBTRACT -> comparison(left, right, c.width(), false);
      case REVERSE_SUBTRACT -> comparison(right, left, c.width(), false);
      case ADD ->
          right instanceof Constant(long n, boolean firm) && n != 0
              ? comparison(left, new Constant(-n, firm), c.width(), false)
              : comparison(result, Value.of(0), c.width(), true);
      case AND, OR, EXCLUSIVE_OR, MOVE, NOT, AND_NOT, OR_NOT ->
          comparison(result, Value.of(0), c.width(), true);
    };
  }

  private static Machine.Flags comparison(Value left, Value right, int width, boolean onlySign) {
    return new Machine.Flags(left, right, width, onlySign, Condition.ALWAYS);
  }

  private static Value operand(Machine machine, Operand operand) {
    return switch (operand) {
      case Operand.Immediate(long value) -> Value.of(value);
      case Operand.Other o -> Value.unknown();
      case Operand.Register(int number, int shift, int extend, boolean signed) -> {
        var value = machine.register(number);
        if (value instanceof Constant(long n, boolean firm)) {
          yield new Constant(extend(n, extend, signed) << shift, firm);
        }
        yield shift == 0 ? value : Value.unknown();
      }
    };
  }

  private static long extend(long number, int bits, boolean signed) {
    if (bits == 0) {
      return number;
    }
    long top = number << 64 - bits;
    return signed ? top >> 64 - bits : top >>> 64 - bits;
  }

  private static Value combine(Operator operator, Value left, Value right) {
    if (operator == Operator.MOVE) {
      return right;
    }
    if (left instanceof Constant(long a, boolean f)
        && right instanceof Constant(long b, boolean g)) {
      return new Constant(operate(operator, a, b), f && g);
    }
    return switch (operator) {
      case ADD -> sum(left, right);
      case SUBTRACT -> difference(left, right);
      case REVERSE_SUBTRACT -> difference(right, left);
      case OR, EXCLUSIVE_OR, AND_NOT ->
          isZero(right) ? left : isZero(left) ? right : Value.unknown();
      case AND -> isZero(left) || isZero(right) ? Value.of(0) : Value.unknown();
      case NOT, OR_NOT, MOVE -> Value.unknown();
    };
  }

  private static long operate(Operator operator, long a, long b) {
    return switch (operator) {
      case ADD -> a + b;
      case SUBTRACT -> a - b;
      case REVERSE_SUBTRACT -> b - a;
      case AND -> a & b;
      case OR -> a | b;
      case EXCLUSIVE_OR -> a ^ b;
      case MOVE -> b;
      case NOT -> ~b;
      case AND_NOT -> a & ~b;
      case OR_NOT -> a | ~b;
    };
  }

  private static Value sum(Value left, Value right) {
    if (right instanceof Constant(long n, boolean _)) {
      return left.plus(n);
    }
    return left instanceof Constant(long n, boolean _) ? right.plus(n) : Value.unknown();
  }

  private static Value difference(Value left, Value right) {
    if (right instanceof Constant(long n, boolean _)) {
      return left.plus(-n);
    }
    boolean same =
        left instanceof Symbolic a && right instanceof Symbolic b && a.origin().equals(b.origin());
    return same
        ? Value.of(((Symbolic) left).offset() - ((Symbolic) right).offset())
        : Value.unknown();
  }

  private static boolean isZero(Value value) {
    return value instanceof Constant(long n, boolean firm) && firm && n == 0;
  }

  private static Value cut(Value value, int width) {
    return width == 32 && value instanceof Constant(long n, boolean firm)
        ? new Constant(n & 0xffffffffL, firm)
        : value;
  }

  static Value extract(Value from, Extract e) {
    if (from instanceof Constant(long n, boolean firm)) {
      long bits = extend(n >>> e.low(), e.count(), e.signed());
      return new Constant(bits << e.left(), firm);
    }
    boolean whole = e.low() == 0 && e.left() == 0 && e.count() >= 32;
    return whole ? from : Value.unknown();
  }
}
