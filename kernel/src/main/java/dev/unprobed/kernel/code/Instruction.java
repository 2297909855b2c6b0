package dev.unprobed.kernel.code;

/**
 * What an instruction does, as far as that is followed. Registers are numbers: A64 0 to 30, {@link
 * #SP} the stack pointer and {@link #ZERO} the register that is always zero; A32 0 to 14 (13 comes
 * as {@link #SP}), {@link #PC}.
 */
public sealed interface Instruction {
  int SP = 31;
  int ZERO = 32;
  int PC = 33;
  int REGISTERS = 34;

  /** Nothing that matters. */
  record Nothing() implements Instruction {}

  /** {@code to = value} */
  record Set(int to, long value) implements Instruction {}

  /** {@code to} keeps all bits but 16 of them. */
  record Insert(int to, long bits, int shift) implements Instruction {}

  /** {@code to = left OP right << shift}, where {@code to} may be {@link #ZERO}. */
  record Compute(Operator operator, int to, int left, Operand right, boolean flags, int width)
      implements Instruction {}

  /** {@code to = plus + left * right}, of the low 32 bits when not wide. */
  record Multiply(int to, int left, int right, int plus, boolean minus) implements Instruction {}

  /** {@code to} = some bits of {@code from}. */
  record Extract(int to, int from, int low, int count, int left, boolean signed)
      implements Instruction {}

  /** A load of {@code size} bytes. */
  record Load(int to, Place place, int size, boolean signed) implements Instruction {}

  /** A store of {@code size} bytes. */
  record Store(int from, Place place, int size) implements Instruction {}

  /** Loads or stores of several registers, bit i of the mask at ascending places. */
  record Block(boolean load, long registers, Place place) implements Instruction {}

  /** Two registers, side by side; the first may have the higher number. */
  record Pair(boolean load, int first, int second, Place place, int size) implements Instruction {}

  /** Only if the condition holds, else the other. */
  record Conditional(Condition condition, Instruction then, Instruction otherwise)
      implements Instruction {}

  /** Flags are no longer known, and registers by a mask neither. */
  record Spoil(long registers, boolean flags) implements Instruction {}

  record Jump(long target) implements Instruction {}

  record JumpIf(Condition condition, long target) implements Instruction {}

  /** If a register is zero, or if it is not. */
  record JumpZero(int register, boolean zero, int width, long target) implements Instruction {}

  /** If a bit of a register is as said. */
  record JumpBit(int register, int bit, boolean set, long target) implements Instruction {}

  record Call(long target) implements Instruction {}

  record CallRegister(int register) implements Instruction {}

  record JumpRegister(int register) implements Instruction {}

  record Return() implements Instruction {}

  /** The last operand of a computation. */
  sealed interface Operand {
    record Immediate(long value) implements Operand {}

    /** Shifted to the left; sign- or zero-extended before from so many bits when that is not 0. */
    record Register(int number, int shift, int extend, boolean signed) implements Operand {}

    /** Shifted in another way. */
    record Other() implements Operand {}
  }

  /**
   * Where a load or store goes: {@code [base + offset]}, or {@code [base + index << shift]} when
   * there is an index.
   *
   * @param index a register, or -1
   * @param after whether the base is only changed after the access; then the access is at the base
   * @param writeBack what is added to the base in the end, 0 for nothing
   */
  record Place(int base, long offset, int index, int shift, boolean after, long writeBack) {
    static Place at(int base, long offset) {
      return new Place(base, offset, -1, 0, false, 0);
    }
  }

  /** Sums and the like. */
  enum Operator {
    ADD,
    SUBTRACT,
    REVERSE_SUBTRACT,
    AND,
    OR,
    EXCLUSIVE_OR,
    /** The right operand alone. */
    MOVE,
    /** Its complement. */
    NOT,
    AND_NOT,
    OR_NOT
  }
}
