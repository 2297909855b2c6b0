package dev.unprobed.kernel.code;

import dev.unprobed.kernel.program.Architecture;

/** Decodes words of 32 bits. */
public sealed interface InstructionSet permits A64, A32 {
  static InstructionSet of(Architecture architecture) {
    return switch (architecture) {
      case ARM64 -> new A64();
      case ARM -> new A32();
    };
  }

  /** Every word has an answer: one that is not known spoils what it may spoil. */
  Instruction decode(int word, long address);

  /**
   * The target of a direct jump or call, conditional or not, without decoding the rest; 1 (which is
   * no address of an instruction) for all others.
   */
  long target(int word, long address);

  /** Whether a word that has a target calls, rather than jumps. */
  boolean calls(int word);

  /** How many arguments are passed in registers, from register 0 on. */
  int argumentRegisters();

  /** The registers that a called function may change, as a mask. */
  long spoiledByCalls();
}
