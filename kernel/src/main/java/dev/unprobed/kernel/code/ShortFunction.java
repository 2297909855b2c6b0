package dev.unprobed.kernel.code;

import dev.unprobed.kernel.code.Instruction.Block;
import dev.unprobed.kernel.code.Instruction.Call;
import dev.unprobed.kernel.code.Instruction.CallRegister;
import dev.unprobed.kernel.code.Instruction.Conditional;
import dev.unprobed.kernel.code.Instruction.Jump;
import dev.unprobed.kernel.code.Instruction.JumpBit;
import dev.unprobed.kernel.code.Instruction.JumpIf;
import dev.unprobed.kernel.code.Instruction.JumpRegister;
import dev.unprobed.kernel.code.Instruction.JumpZero;
import dev.unprobed.kernel.code.Instruction.Return;
import dev.unprobed.kernel.code.Value.Constant;

/** Functions such as usb_disabled() that only tell a number, often a variable's. */
final class ShortFunction {
  private static final int LONGEST = 14;

  private ShortFunction() {}

  static Value result(Interpreter interpreter, long target) {
    var functions = interpreter.functions();
    int index = functions.at(target);
    int[] words = index < 0 ? new int[0] : functions.words(index);
    var machine = Machine.atEntry(0);
    for (int i = 0; i < words.length && i < LONGEST; i++) {
      var instruction = interpreter.set().decode(words[i], target + 4L * i);
      boolean traced =
          instruction instanceof Call(long called)
              && interpreter.intrinsic(called).orElse(Interpreter.Intrinsic.FILL)
                  == Interpreter.Intrinsic.TRACE;
      if (instruction instanceof Return || isReturn(instruction)) {
        return machine.register(0) instanceof Constant c ? c : Value.unknown();
      }
      if (traced) {
        interpreter.apply(Interpreter.Intrinsic.TRACE, machine);
      } else if (branches(instruction)) {
        return Value.unknown();
      } else {
        Step.take(interpreter.memory(), machine, instruction);
      }
    }
    return Value.unknown();
  }

  private static boolean isReturn(Instruction instruction) {
    return instruction instanceof Block b
        && b.load()
        && (b.registers() >>> Instruction.PC & 1) != 0
        && b.place().base() != 0;
  }

  private static boolean branches(Instruction instruction) {
    return switch (instruction) {
      case Jump j -> true;
      case JumpIf j -> true;
      case JumpZero j -> true;
      case JumpBit j -> true;
      case JumpRegister j -> true;
      case Call c -> true;
      case CallRegister c -> true;
      case Conditional c -> true;
      default -> false;
    };
  }
}
