package dev.unprobed.kernel.code;

import dev.unprobed.kernel.code.Value.Constant;
import dev.unprobed.kernel.program.Program;
import dev.unprobed.kernel.program.Symbol;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Walks through functions of one program; see the package for what that means. */
public final class Interpreter {
  private final Program program;
  private final Functions functions;
  private final InstructionSet set;
  private final Memory memory;
  private final Map<Long, Intrinsic> intrinsics = new HashMap<>();

  private final Map<Long, Value> results = new HashMap<>();

  /** Functions whose effect is followed. */
  enum Intrinsic {
    COPY,
    FILL,
    /** Tells a tracer and leaves everything as it was before; on A32 it pops the link register. */
    TRACE
  }

  public Interpreter(Program program, Functions functions) {
    this.program = program;
    this.functions = functions;
    this.set = InstructionSet.of(program.architecture());
    this.memory = new Memory(program);
    add(Intrinsic.COPY, "memcpy", "__memcpy", "__pi_memcpy", "mmiocpy");
    add(Intrinsic.FILL, "memset", "__memset", "__pi_memset", "mmioset");
    add(Intrinsic.TRACE, "__gnu_mcount_nc", "_mcount", "__fentry__");
  }

  private void add(Intrinsic intrinsic, String... names) {
    for (var name : names) {
      for (Symbol symbol : program.named(name)) {
        intrinsics.put(symbol.address(), intrinsic);
      }
    }
  }

  /**
   * All ways through a function, as far as their number stays small; what they pass that matters is
   * told to the listener. Calls that matter and that no way came to are visited on their own, with
   * nothing known but what their straight-line surroundings say.
   */
  public Walk walk(int function, Calls calls) {
    return new Exploration(this, function, calls).walk();
  }

  /** The calls that matter in a function, with what the instructions before each of them say. */
  public void glance(int function, Calls calls) {
    new Exploration(this, function, calls).glance();
  }

  /**
   * Whether a function fails when one of its calls does: every way that goes on behind the call
   * returns a negative number other than -ENODEV.
   *
   * @param site the address of the call
   * @param result what it gives back
   */
  public boolean failsAfter(int function, long site, long result, Calls calls) {
    return new Exploration(this, function, calls).failsAfter(site, Value.of(result));
  }

  /** What a very short function without branches returns when that is a number; else unknown. */
  Value constantResult(long target) {
    var known = results.get(target);
    if (known == null) {
      known = ShortFunction.result(this, target);
      results.put(target, known);
    }
    return known;
  }

  InstructionSet set() {
    return set;
  }

  Functions functions() {
    return functions;
  }

  Memory memory() {
    return memory;
  }

  Optional<Intrinsic> intrinsic(long target) {
    return Optional.ofNullable(intrinsics.get(target));
  }

  /** Applies it; memcpy() and memset() only for what has a known, small size. */
  void apply(Intrinsic intrinsic, Machine machine) {
    int step = program.architecture().pointerSize();
    if (intrinsic == Intrinsic.TRACE) {
      var top = machine.register(Instruction.SP);
      machine.register(Instruction.SP, step == 4 ? top.plus(4) : top);
      return;
    }
    boolean small =
        machine.register(2) instanceof Constant(long size, boolean _) && size >= 0 && size <= 1024;
    if (!small) {
      return;
    }
    long size = ((Constant) machine.register(2)).number();
    var to = machine.register(0);
    var from = machine.register(1);
    var zero =
        from instanceof Constant(long n, boolean _) && n == 0 ? Value.of(0) : Value.unknown();
    for (long at = 0; at + step <= size; at += step) {
      var word = intrinsic == Intrinsic.COPY ? memory.load(machine, from.plus(at), step) : zero;
      machine.store(to.plus(at), word, step);
    }
  }
}
