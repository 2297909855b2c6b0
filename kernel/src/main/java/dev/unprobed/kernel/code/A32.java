package dev.unprobed.kernel.code;

import dev.unprobed.kernel.code.Instruction.Block;
import dev.unprobed.kernel.code.Instruction.Call;
import dev.unprobed.kernel.code.Instruction.CallRegister;
import dev.unprobed.kernel.code.Instruction.Compute;
import dev.unprobed.kernel.code.Instruction.Conditional;
import dev.unprobed.kernel.code.Instruction.Extract;
import dev.unprobed.kernel.code.Instruction.Insert;
import dev.unprobed.kernel.code.Instruction.Jump;
import dev.unprobed.kernel.code.Instruction.JumpIf;
import dev.unprobed.kernel.code.Instruction.JumpRegister;
import dev.unprobed.kernel.code.Instruction.Nothing;
import dev.unprobed.kernel.code.Instruction.Operand;
import dev.unprobed.kernel.code.Instruction.Operator;
import dev.unprobed.kernel.code.Instruction.Place;
import dev.unprobed.kernel.code.Instruction.Return;
import dev.unprobed.kernel.code.Instruction.Set;
import dev.unprobed.kernel.code.Instruction.Spoil;

/**
 * The 32-bit instruction set of ARM, by the encoding tables of its reference manual (ARMv7, A5).
 */
final class A32 implements InstructionSet {
  private static final int LINK = 14;
  private static final Nothing NOTHING = new Nothing();

  @Override
  public Instruction decode(int word, long address) {
    int condition = word >>> 28;
    if (condition == 15) {
      return unconditional(word, address);
    }
    if ((word & 0x0f000000) == 0x0a000000 && condition != 14) {
      return new JumpIf(Condition.of(condition), target(word, address));
    }
    var always = always(word, address);
    return condition == 14 ? always : new Conditional(Condition.of(condition), always, NOTHING);
  }

  @Override
  public long target(int word, long address) {
    boolean jump = (word & 0x0e000000) == 0x0a000000 && word >>> 28 != 15;
    return jump ? address + 8 + ((word << 8) >> 6) & 0xffffffffL : 1;
  }

  @Override
  public boolean calls(int word) {
    return (word & 0x0f000000) == 0x0b000000;
  }

  @Override
  public int argumentRegisters() {
    return 4;
  }

  @Override
  public long spoiledByCalls() {
    return 0x500f; // r0 to r3, ip, lr
  }

  private static Instruction unconditional(int word, long address) {
    boolean toThumb = (word & 0x0e000000) == 0x0a000000;
    if (!toThumb) {
      return NOTHING;
    }
    long target = address + 8 + ((word << 8) >> 6) + (word >>> 23 & 2) + 1;
    return new Call(target & 0xffffffffL);
  }

  private Instruction always(int word, long address) {
    return switch (word >>> 25 & 7) {
      case 0 -> registers(word, address);
      case 1 -> immediate(word, address);
      case 2 -> A32Memory.single(word, address);
      case 3 -> (word & 0x10) != 0 ? media(word) : A32Memory.single(word, address);
      case 4 -> block(word);
      case 5 -> {
        long target = target(word, address);
        yield calls(word) ? new Call(target) : new Jump(target);
      }
      default -> coprocessor(word);
    };
  }

  private static Instruction immediate(int word, long address) {
    int to = register(word >>> 12);
    int half = word >>> 4 & 0xf000 | word & 0xfff;
    return switch (word & 0x01f00000) {
      case 0x01000000 -> new Set(to, half);
      case 0x01400000 -> new Insert(to, (long) half << 16, 16);
      case 0x01200000, 0x01600000 -> NOTHING; // hints, MSR
      default -> {
        long value = Integer.rotateRight(word & 255, word >>> 7 & 30) & 0xffffffffL;
        yield compute(word, address, new Operand.Immediate(value));
      }
    };
  }

  private static Instruction registers(int word, long address) {
    boolean special = (word & 0x01900000) == 0x01000000;
    if ((word & 0x90) == 0x90) {
      return (word & 0x60) == 0 ? multiply(word) : A32Memory.extra(word, address);
    }
    if (special) {
      return miscellaneous(word);
    }
    boolean byRegister = (word & 0x10) != 0;
    int amount = word >>> 7 & 31;
    boolean left = (word & 0x60) == 0;
    boolean plain = !byRegister && (left || amount == 0 && (word & 0x60) == 0);
    var right =
        plain && (word & 15) != 15
            ? new Operand.Register(register(word), amount, 0, false)
            : new Operand.Other();
    return compute(word, address, right);
  }

  private static Instruction compute(int word, long address, Operand right) {
    boolean flags = (word >>> 20 & 1) != 0;
    int to = register(word >>> 12);
    int left = register(word >>> 16);
    int opcode = word >>> 21 & 15;
    if (opcode == 13 && to == Instruction.PC) {
      return jump(right);
    }
    if (left == Instruction.PC && right instanceof Operand.Immediate(long value)) {
      if (opcode == 4 || opcode == 2) {
        long result = address + 8 + (opcode == 4 ? value : -value) & 0xffffffffL;
        return to == Instruction.PC ? new Jump(result) : new Set(to, result);
      }
    }
    if (left == Instruction.PC && opcode != 13 && opcode != 15) {
      return to == Instruction.PC ? new JumpRegister(Instruction.PC) : spoil(to, flags);
    }
    var operator = operator(opcode);
    if (operator == null) {
      return spoil(to, flags);
    }
    boolean discards = opcode >= 8 && opcode <= 11;
    int result = discards ? Instruction.ZERO : to;
    int first = opcode == 13 || opcode == 15 ? Instruction.ZERO : left;
    return new Compute(operator, result, first, right, flags, 32);
  }

  private static Instruction jump(Operand right) {
    boolean returns = right instanceof Operand.Register r && r.number() == LINK;
    if (returns) {
      return new Return();
    }
    return new JumpRegister(
        right instanceof Operand.Register r && r.shift() == 0 ? r.number() : Instruction.PC);
  }

  private static @org.jspecify.annotations.Nullable Operator operator(int opcode) {
    return switch (opcode) {
      case 0, 8 -> Operator.AND;
      case 1, 9 -> Operator.EXCLUSIVE_OR;
      case 2, 10 -> Operator.SUBTRACT;
      case 3 -> Operator.REVERSE_SUBTRACT;
      case 4, 11 -> Operator.ADD;
      case 12 -> Operator.OR;
      case 13 -> Operator.MOVE;
      case 14 -> Operator.AND_NOT;
      case 15 -> Operator.NOT;
      default -> null; // with carry
    };
  }

  /** BX, BLX, CLZ, MRS, MSR, saturating and halfword arithmetic. */
  private static Instruction miscellaneous(int word) {
    return switch (word & 0x0ff000f0) {
      case 0x01200010 -> register(word) == LINK ? new Return() : new JumpRegister(register(word));
      case 0x01200030 -> new CallRegister(register(word));
      case 0x01200000, 0x01600000, 0x01200070, 0x01400070, 0x01600070 -> NOTHING;
      default -> new Spoil(bits(register(word >>> 12), register(word >>> 16)), false);
    };
  }

  private static Instruction multiply(int word) {
    boolean flags = (word >>> 20 & 1) != 0;
    if ((word & 0x01000000) != 0) { // SWP, LDREX, STREX and their like
      int next = register((word >>> 12) + 1);
      return new Spoil(bits(register(word >>> 12), next), false);
    }
    int to = register(word >>> 16);
    int other = register(word >>> 12);
    int kind = word >>> 21 & 7;
    if (kind <= 1 && !flags) {
      int plus = kind == 1 ? other : Instruction.ZERO;
      return new Instruction.Multiply(to, register(word), register(word >>> 8), plus, false);
    }
    return new Spoil(bits(to, other), flags);
  }

  private static Instruction media(int word) {
    int to = register(word >>> 12);
    boolean unsigned = (word & 0x0fe00070) == 0x07e00050;
    if (unsigned) {
      int count = (word >>> 16 & 31) + 1;
      return new Extract(to, register(word), word >>> 7 & 31, count, 0, false);
    }
    boolean undefined = (word & 0x0ff000f0) == 0x07f000f0;
    if (undefined) {
      return NOTHING; // BUG() and WARN() look alike
    }
    int extension = word & 0x0fff0ff0;
    if (extension == 0x06ef0070 || extension == 0x06ff0070) {
      return new Extract(to, register(word), 0, extension == 0x06ef0070 ? 8 : 16, 0, false);
    }
    return new Spoil(bits(to, register(word >>> 16)), false);
  }

  private static Instruction block(int word) {
    boolean load = (word >>> 20 & 1) != 0;
    boolean up = (word >>> 23 & 1) != 0;
    boolean before = (word >>> 24 & 1) != 0;
    int list = word & 0xffff;
    int base = register(word >>> 16);
    int bytes = 4 * Integer.bitCount(list);
    long first = up ? (before ? 4 : 0) : (before ? -bytes : 4 - bytes);
    boolean writes = (word >>> 21 & 1) != 0;
    long writeBack = !writes ? 0 : up ? bytes : -bytes;
    long registers = list & 0x5fffL;
    registers |= (list >>> 13 & 1L) << Instruction.SP;
    registers |= (list >>> 15 & 1L) << Instruction.PC;
    return new Block(load, registers, new Place(base, first, -1, 0, false, writeBack));
  }

  /** Transfers from coprocessors; vector loads and stores may write back to their base. */
  private static Instruction coprocessor(int word) {
    if ((word & 0x0fe00000) == 0x0c400000) {
      return new Spoil(bits(register(word >>> 12), register(word >>> 16)), false);
    }
    if ((word & 0x0e000000) == 0x0c000000) {
      boolean writes = (word >>> 21 & 1) != 0;
      return writes ? new Spoil(bits(register(word >>> 16), Instruction.ZERO), false) : NOTHING;
    }
    boolean reads = (word & 0x0f100010) == 0x0e100010;
    if (!reads) {
      return NOTHING;
    }
    int to = register(word >>> 12);
    return to == Instruction.PC ? new Spoil(0, true) : spoil(to, false);
  }

  private static Instruction spoil(int register, boolean flags) {
    return new Spoil(bits(register, Instruction.ZERO), flags);
  }

  private static long bits(int one, int two) {
    return A64.bit(one) | A64.bit(two);
  }

  static int register(int field) {
    int number = field & 15;
    return number == 13 ? Instruction.SP : number == 15 ? Instruction.PC : number;
  }
}
