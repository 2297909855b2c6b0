package dev.unprobed.kernel.code;

import dev.unprobed.kernel.code.Instruction.JumpBit;
import dev.unprobed.kernel.code.Instruction.JumpZero;
import dev.unprobed.kernel.code.Value.Constant;

/** What conditions say about a machine, and what it learns from the side that is taken. */
final class Branches {
  enum Answer {
    YES,
    NO,
    UNKNOWN;

    static Answer of(boolean yes) {
      return yes ? YES : NO;
    }
  }

  private Branches() {}

  static Answer holds(Machine machine, Condition condition) {
    return holds(machine, condition, true);
  }

  /** What would be if memory were as it is at first. */
  static Answer likely(Machine machine, Condition condition) {
    return holds(machine, condition, false);
  }

  private static Answer holds(Machine machine, Condition condition, boolean firm) {
    var flags = machine.flags;
    if (flags.assumed() != Condition.ALWAYS) {
      if (condition.followsFrom(flags.assumed())) {
        return Answer.YES;
      }
      if (condition.inverse().followsFrom(flags.assumed())) {
        return Answer.NO;
      }
    }
    boolean told = !flags.onlySign() || isSign(condition);
    if (told
        && flags.left() instanceof Constant(long a, boolean f)
        && flags.right() instanceof Constant(long b, boolean g)
        && (f && g || !firm)) {
      return Answer.of(condition.holds(a, b, flags.width()));
    }
    boolean same = flags.left().equals(flags.right()) && !(flags.left() instanceof Value.Unknown);
    return same && !(flags.left() instanceof Constant) && isSign(condition)
        ? Answer.of(condition.holds(0, 0, 32))
        : Answer.UNKNOWN;
  }

  private static boolean isSign(Condition condition) {
    return switch (condition) {
      case EQ, NE, MI, PL -> true;
      case CS, CC, VS, VC, HI, LS, GE, LT, GT, LE, ALWAYS, NEVER -> false;
    };
  }

  static void assume(Machine machine, Condition condition) {
    var flags = machine.flags;
    machine.flags =
        new Machine.Flags(flags.left(), flags.right(), flags.width(), flags.onlySign(), condition);
    if (!(flags.right() instanceof Constant(long limit, boolean _))) {
      return;
    }
    if (condition == Condition.NE
        && flags.left() instanceof Constant(long number, boolean firm)
        && !firm
        && number == limit) {
      machine.learn(flags.left(), Value.unknown()); // it is not what memory says at first
    }
    if (condition == Condition.EQ && limit == 0) {
      machine.isNull(flags.left());
    }
    if (condition == Condition.EQ && !flags.onlySign()) {
      machine.learn(flags.left(), Value.of(limit));
    }
    if (condition == Condition.EQ && flags.onlySign() && limit == 0) {
      machine.learn(flags.left(), Value.of(0));
    }
    boolean nonzero = condition == Condition.NE || condition == Condition.LT;
    boolean negative = condition == Condition.MI;
    boolean error = condition == Condition.HI || condition == Condition.CS;
    boolean high = (int) limit < 0 && (int) limit >= -4096;
    if ((nonzero || negative) && limit == 0 || error && high) {
      machine.fails(flags.left());
    }
  }

  /** Whether a jump by a register is taken; not firm means if memory were as it is at first. */
  static Answer taken(Machine machine, Instruction jump, boolean firm) {
    return switch (jump) {
      case JumpZero zero -> zero(machine, zero, firm);
      case JumpBit bit -> bit(machine, bit, firm);
      default -> Answer.UNKNOWN;
    };
  }

  private static Answer zero(Machine machine, JumpZero jump, boolean demand) {
    if (machine.register(jump.register()) instanceof Constant(long n, boolean firm)
        && (firm || !demand)) {
      return Answer.of(((jump.width() == 32 ? (int) n : n) == 0) == jump.zero());
    }
    return Answer.UNKNOWN;
  }

  private static Answer bit(Machine machine, JumpBit jump, boolean demand) {
    if (machine.register(jump.register()) instanceof Constant(long n, boolean firm)
        && (firm || !demand)) {
      return Answer.of((n >>> jump.bit() & 1) != 0 == jump.set());
    }
    return Answer.UNKNOWN;
  }

  static void learn(Machine machine, Instruction jump, boolean taken) {
    if (jump instanceof JumpZero j) {
      var value = machine.register(j.register());
      if (j.zero() == taken) {
        machine.isNull(value);
        machine.learn(value, Value.of(0));
        machine.register(j.register(), Value.of(0));
      } else {
        if (value instanceof Constant(long n, boolean _) && n == 0) {
          machine.register(j.register(), Value.unknown());
        }
        machine.fails(value);
      }
    }
    if (jump instanceof JumpBit j && (j.bit() == 31 || j.bit() == 63) && j.set() == taken) {
      machine.fails(machine.register(j.register()));
    }
  }
}
