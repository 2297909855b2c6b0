package dev.unprobed.kernel.code;

import dev.unprobed.kernel.code.Instruction.Call;
import dev.unprobed.kernel.code.Instruction.CallRegister;
import dev.unprobed.kernel.code.Instruction.Compute;
import dev.unprobed.kernel.code.Instruction.Conditional;
import dev.unprobed.kernel.code.Instruction.Extract;
import dev.unprobed.kernel.code.Instruction.Insert;
import dev.unprobed.kernel.code.Instruction.Jump;
import dev.unprobed.kernel.code.Instruction.JumpBit;
import dev.unprobed.kernel.code.Instruction.JumpIf;
import dev.unprobed.kernel.code.Instruction.JumpRegister;
import dev.unprobed.kernel.code.Instruction.JumpZero;
import dev.unprobed.kernel.code.Instruction.Multiply;
import dev.unprobed.kernel.code.Instruction.Nothing;
import dev.unprobed.kernel.code.Instruction.Operand;
import dev.unprobed.kernel.code.Instruction.Operator;
import dev.unprobed.kernel.code.Instruction.Return;
import dev.unprobed.kernel.code.Instruction.Set;
import dev.unprobed.kernel.code.Instruction.Spoil;

/** The 64-bit instruction set of ARM, by the encoding tables of its reference manual (C4.1). */
final class A64 implements InstructionSet {
  private static final int ZERO = Instruction.ZERO;

  @Override
  public Instruction decode(int word, long address) {
    return switch (word >>> 25 & 15) {
      case 8, 9 -> immediate(word, address);
      case 10, 11 -> control(word, address);
      case 5, 13 -> register(word);
      case 4, 6, 12, 14 -> A64Memory.decode(word, address);
      default -> new Nothing();
    };
  }

  @Override
  public long target(int word, long address) {
    if ((word & 0x7c000000) == 0x14000000) {
      return address + ((long) (word << 6) >> 4);
    }
    if ((word & 0xff000000) == 0x54000000 || (word & 0x7e000000) == 0x34000000) {
      return address + ((word << 8 >> 13) << 2);
    }
    if ((word & 0x7e000000) == 0x36000000) {
      return address + ((word << 13 >> 18) << 2);
    }
    return 1;
  }

  @Override
  public boolean calls(int word) {
    return (word & 0xfc000000) == 0x94000000;
  }

  @Override
  public int argumentRegisters() {
    return 8;
  }

  @Override
  public long spoiledByCalls() {
    return 0x4007ffff; // x0 to x18, x30
  }

  private static Instruction immediate(int word, long address) {
    int to = word & 31;
    return switch (word >>> 23 & 7) {
      case 0, 1 -> new Set(zero(to), relative(word, address));
      case 2 -> sum(word);
      case 4 -> logical(word);
      case 5 -> wide(word);
      case 6 -> bits(word);
      default -> spoil(to);
    };
  }

  private static long relative(int word, long address) {
    long offset = (long) (word << 8 >> 13) << 2 | word >>> 29 & 3;
    return word < 0 ? (address & ~0xfffL) + (offset << 12) : address + offset;
  }

  private static Instruction sum(int word) {
    boolean flags = (word >>> 29 & 1) != 0;
    long value = (long) (word >>> 10 & 0xfff) << ((word >>> 22 & 1) * 12);
    int to = flags ? zero(word & 31) : word & 31;
    var operator = (word >>> 30 & 1) != 0 ? Operator.SUBTRACT : Operator.ADD;
    return new Compute(
        operator, to, word >>> 5 & 31, new Operand.Immediate(value), flags, width(word));
  }

  private static Instruction logical(int word) {
    int kind = word >>> 29 & 3;
    long value = mask(word >>> 22 & 1, word >>> 16 & 63, word >>> 10 & 63, width(word));
    int to = kind == 3 ? zero(word & 31) : word & 31;
    var operator =
        switch (kind) {
          case 1 -> Operator.OR;
          case 2 -> Operator.EXCLUSIVE_OR;
          default -> Operator.AND;
        };
    var right = new Operand.Immediate(value);
    return new Compute(operator, to, zero(word >>> 5 & 31), right, kind == 3, width(word));
  }

  /** DecodeBitMasks() of the manual. */
  private static long mask(int n, int rotate, int ones, int width) {
    int length = 31 - Integer.numberOfLeadingZeros(n << 6 | ~ones & 63);
    if (length < 1) {
      return 0;
    }
    int size = 1 << length;
    int count = (ones & size - 1) + 1;
    long element = count == 64 ? -1 : (1L << count) - 1;
    int turn = rotate & size - 1;
    long limit = size == 64 ? -1 : (1L << size) - 1;
    long turned = turn == 0 ? element : (element >>> turn | element << size - turn) & limit;
    for (int filled = size; filled < 64; filled *= 2) {
      turned |= turned << filled;
    }
    return width == 32 ? turned & 0xffffffffL : turned;
  }

  private static Instruction wide(int word) {
    int to = zero(word & 31);
    int shift = (word >>> 21 & 3) * 16;
    long value = (long) (word >>> 5 & 0xffff) << shift;
    long inverse = width(word) == 32 ? ~value & 0xffffffffL : ~value;
    return switch (word >>> 29 & 3) {
      case 0 -> new Set(to, inverse);
      case 2 -> new Set(to, value);
      case 3 -> new Insert(to, value, shift);
      default -> spoil(to);
    };
  }

  /** SBFM and UBFM: shifts, extensions and extractions. BFM is not followed. */
  private static Instruction bits(int word) {
    int kind = word >>> 29 & 3;
    int rotate = word >>> 16 & 63;
    int top = word >>> 10 & 63;
    int to = zero(word & 31);
    int from = zero(word >>> 5 & 31);
    int width = width(word);
    if (kind != 0 && kind != 2) {
      return spoil(to);
    }
    boolean signed = kind == 0;
    if (width == 32 && signed) {
      return spoil(to);
    }
    return top >= rotate
        ? new Extract(to, from, rotate, top - rotate + 1, 0, signed)
        : new Extract(to, from, 0, top + 1, width - rotate, signed);
  }

  private static Instruction register(int word) {
    int to = zero(word & 31);
    if ((word & 0x1f000000) == 0x0a000000) {
      return logicalRegister(word);
    }
    if ((word & 0x1f000000) == 0x0b000000) {
      return sumRegister(word);
    }
    if ((word & 0x1fe00000) == 0x1a800000) {
      return select(word);
    }
    if ((word & 0x1f000000) == 0x1b000000) {
      return multiply(word);
    }
    if ((word & 0x1fe00000) == 0x1a400000) {
      return new Spoil(0, true); // conditional comparison
    }
    boolean carry = (word & 0x1fe00000) == 0x1a000000;
    return new Spoil(bit(to), carry);
  }

  private static Instruction logicalRegister(int word) {
    boolean not = (word >>> 21 & 1) != 0;
    int kind = word >>> 29 & 3;
    var right = shifted(word);
    int left = zero(word >>> 5 & 31);
    int to = zero(word & 31);
    if (kind == 1 && left == ZERO) {
      return new Compute(not ? Operator.NOT : Operator.MOVE, to, ZERO, right, false, width(word));
    }
    if (kind == 2 && not) {
      return spoil(to);
    }
    var operator =
        switch (kind) {
          case 1 -> not ? Operator.OR_NOT : Operator.OR;
          case 2 -> Operator.EXCLUSIVE_OR;
          default -> not ? Operator.AND_NOT : Operator.AND;
        };
    return new Compute(operator, to, left, right, kind == 3, width(word));
  }

  private static Operand shifted(int word) {
    int amount = word >>> 10 & 63;
    boolean left = (word >>> 22 & 3) == 0;
    return left || amount == 0
        ? new Operand.Register(zero(word >>> 16 & 31), amount, 0, false)
        : new Operand.Other();
  }

  private static Instruction sumRegister(int word) {
    boolean flags = (word >>> 29 & 1) != 0;
    var operator = (word >>> 30 & 1) != 0 ? Operator.SUBTRACT : Operator.ADD;
    if ((word >>> 21 & 1) == 0) {
      int left = zero(word >>> 5 & 31);
      return new Compute(operator, zero(word & 31), left, shifted(word), flags, width(word));
    }
    int option = word >>> 13 & 7;
    int extend = (option & 3) == 3 ? 0 : 8 << (option & 3);
    var right =
        new Operand.Register(zero(word >>> 16 & 31), word >>> 10 & 7, extend, (option & 4) != 0);
    int to = flags ? zero(word & 31) : word & 31;
    return new Compute(operator, to, word >>> 5 & 31, right, flags, width(word));
  }

  private static Instruction select(int word) {
    int to = zero(word & 31);
    var condition = Condition.of(word >>> 12);
    int other = zero(word >>> 16 & 31);
    int width = width(word);
    var then = move(to, zero(word >>> 5 & 31), width);
    boolean invert = (word >>> 30 & 1) != 0;
    boolean more = (word >>> 10 & 1) != 0;
    var plain = new Operand.Register(other, 0, 0, false);
    Instruction otherwise;
    if (!invert) {
      var one = new Operand.Immediate(1);
      otherwise =
          more ? new Compute(Operator.ADD, to, other, one, false, width) : move(to, other, width);
    } else {
      var operator = more ? Operator.SUBTRACT : Operator.NOT;
      otherwise = new Compute(operator, to, ZERO, plain, false, width);
    }
    return new Conditional(condition, then, otherwise);
  }

  private static Instruction move(int to, int from, int width) {
    var right = new Operand.Register(from, 0, 0, false);
    return new Compute(Operator.MOVE, to, ZERO, right, false, width);
  }

  private static Instruction multiply(int word) {
    int to = zero(word & 31);
    int kind = word >>> 21 & 7;
    boolean known = width(word) == 64 && (kind == 0 || kind == 1 || kind == 5);
    if (!known) {
      return spoil(to);
    }
    int plus = zero(word >>> 10 & 31);
    boolean minus = (word >>> 15 & 1) != 0;
    return new Multiply(to, zero(word >>> 5 & 31), zero(word >>> 16 & 31), plus, minus);
  }

  private Instruction control(int word, long address) {
    long target = target(word, address);
    if ((word & 0x7c000000) == 0x14000000) {
      return word < 0 ? new Call(target) : new Jump(target);
    }
    if ((word & 0xff000000) == 0x54000000) {
      var condition = Condition.of(word);
      return condition.isAlways() ? new Jump(target) : new JumpIf(condition, target);
    }
    if ((word & 0x7e000000) == 0x34000000) {
      return new JumpZero(zero(word & 31), (word >>> 24 & 1) == 0, width(word), target);
    }
    if ((word & 0x7e000000) == 0x36000000) {
      int bit = word >>> 26 & 32 | word >>> 19 & 31;
      return new JumpBit(zero(word & 31), bit, (word >>> 24 & 1) != 0, target);
    }
    return indirect(word);
  }

  /** Jumps through registers, with or without pointer authentication; system instructions. */
  private static Instruction indirect(int word) {
    if ((word & 0xfe000000) == 0xd6000000) {
      int register = word >>> 5 & 31;
      return switch (word >>> 21 & 15) {
        case 0, 8 -> new JumpRegister(register);
        case 1, 9 -> new CallRegister(register);
        default -> new Return(); // RET, ERET
      };
    }
    boolean reads = (word & 0xffe00000) == 0xd5200000;
    return reads ? spoil(zero(word & 31)) : new Nothing();
  }

  static Instruction spoil(int register) {
    return new Spoil(bit(register), false);
  }

  static long bit(int register) {
    return register == ZERO ? 0 : 1L << register;
  }

  static int zero(int register) {
    return register == 31 ? ZERO : register;
  }

  private static int width(int word) {
    return word < 0 ? 64 : 32;
  }
}
