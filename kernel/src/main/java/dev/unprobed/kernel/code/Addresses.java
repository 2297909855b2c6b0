package dev.unprobed.kernel.code;

import java.util.LinkedHashSet;
import java.util.Set;

/** The numbers that a function's instructions put together, in order, whatever its branches do. */
public final class Addresses {
  private Addresses() {}

  /** Of the function of an index: each number that was in a register after some instruction. */
  public static Set<Long> in(Interpreter interpreter, int function) {
    var found = new LinkedHashSet<Long>();
    var functions = interpreter.functions();
    int[] words = functions.words(function);
    long start = functions.start(function);
    var machine = Machine.atEntry(0);
    for (int i = 0; i < words.length; i++) {
      var instruction = interpreter.set().decode(words[i], start + 4L * i);
      Step.take(
          interpreter.memory(),
          machine,
          instruction instanceof Instruction.Conditional c ? c.then() : instruction);
      for (int register = 0; register < Instruction.SP; register++) {
        if (machine.register(register) instanceof Value.Constant(long number, boolean _)) {
          found.add(number);
        }
      }
    }
    return found;
  }

  /** The same, and the constant addresses that it loads from and stores to. */
  public static Set<Long> touched(Interpreter interpreter, int function) {
    var found = new LinkedHashSet<>(in(interpreter, function));
    var functions = interpreter.functions();
    int[] words = functions.words(function);
    var machine = Machine.atEntry(0);
    for (int i = 0; i < words.length; i++) {
      var instruction = interpreter.set().decode(words[i], functions.start(function) + 4L * i);
      var place =
          switch (instruction) {
            case Instruction.Load load -> load.place();
            case Instruction.Store store -> store.place();
            default -> null;
          };
      if (place != null
          && place.index() < 0
          && machine.register(place.base()) instanceof Value.Constant(long base, boolean _)) {
        found.add(base + (place.after() ? 0 : place.offset()));
      }
      Step.take(interpreter.memory(), machine, instruction);
    }
    return found;
  }
}
