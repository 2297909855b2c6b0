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
import dev.unprobed.kernel.code.Instruction.Load;
import dev.unprobed.kernel.code.Instruction.Return;
import dev.unprobed.kernel.code.Value.Constant;
import java.util.Set;

/** One walk through one function. */
final class Exploration {
  private static final int STEPS = 60_000;
  private static final int FEW_STEPS = 2_000;
  private static final int SURROUNDINGS = 48;

  private final Interpreter interpreter;
  private final Calls calls;
  private final int function;
  private final Outcomes outcomes;
  private final Arrivals arrivals = new Arrivals();
  private boolean complete = true;
  private int steps;
  private int current;

  Exploration(Interpreter interpreter, int function, Calls calls) {
    this.interpreter = interpreter;
    this.function = function;
    this.current = function;
    this.calls = calls;
    this.outcomes = new Outcomes(calls);
  }

  Walk walk() {
    var machine = Machine.atEntry(interpreter.set().argumentRegisters());
    arrivals.come(machine, interpreter.functions().start(function));
    run();
    visitTheRest();
    return new Walk(complete ? outcomes.always() : Set.of(), outcomes.repeated(), complete);
  }

  /** Visits every call that matters on its own. */
  void glance() {
    visitTheRest();
  }

  /** Whether every way that goes on behind a call ends in failure, if the call gave back that. */
  boolean failsAfter(long site, Value result) {
    int index = (int) (site - interpreter.functions().start(function) >> 2);
    var instruction =
        interpreter.set().decode(interpreter.functions().words(function)[index], site);
    if (!(instruction instanceof Call)) {
      return instruction instanceof Jump; // at the end, for what it gives back
    }
    var machine = Machine.anywhere();
    machine.register(0, result);
    steps = STEPS - FEW_STEPS;
    arrivals.come(machine, site + 4);
    while (!arrivals.isEmpty() && !outcomes.hasSurvived()) {
      var way = arrivals.next();
      follow(way.machine(), way.address());
    }
    return complete && !outcomes.hasSurvived();
  }

  private void run() {
    while (!arrivals.isEmpty()) {
      var way = arrivals.next();
      follow(way.machine(), way.address());
    }
  }

  /** Calls behind jump tables and the like. */
  private void visitTheRest() {
    var set = interpreter.set();
    int[] words = interpreter.functions().words(function);
    long start = interpreter.functions().start(function);
    for (int i = 0; i < words.length; i++) {
      long site = start + 4L * i;
      long target = set.target(words[i], site);
      if (target != 1 && !outcomes.isReached(site) && calls.matters(target)) {
        visit(words, i, start);
      }
    }
  }

  private void visit(int[] words, int index, long start) {
    int first = index;
    while (first > 0 && index - first < SURROUNDINGS && !ends(words[first - 1], start)) {
      first--;
    }
    steps = Math.min(steps, STEPS / 2);
    var machine = Machine.atEntry(0);
    for (int i = first; i <= index; i++) {
      var instruction = interpreter.set().decode(words[i], start + 4L * i);
      long site = start + 4L * i;
      if (i == index) {
        tell(machine, site, interpreter.set().target(words[i], site));
      } else if (instruction instanceof Call || instruction instanceof CallRegister) {
        afterCall(machine, result(site));
      } else {
        Step.take(interpreter.memory(), machine, instruction);
      }
    }
  }

  private boolean ends(int word, long address) {
    return switch (interpreter.set().decode(word, address)) {
      case Jump j -> true;
      case JumpRegister j -> true;
      case Return r -> true;
      default -> false;
    };
  }

  private void follow(Machine machine, long from) {
    long address = from;
    while (address != 1) {
      if (++steps > STEPS) {
        complete = false;
        arrivals.clear();
        return;
      }
      var functions = interpreter.functions();
      long start = functions.start(current);
      int[] words = functions.words(current);
      long index = address - start >> 2;
      if (index < 0 || index >= words.length) {
        if (!change(address)) {
          outcomes.leave(machine, false);
          return;
        }
        continue;
      }
      var instruction = interpreter.set().decode(words[(int) index], address);
      address = step(machine, instruction, address);
    }
  }

  /** Makes the function that covers an address the current one. */
  private boolean change(long address) {
    int found = interpreter.functions().covering(address);
    if (found < 0) {
      return false;
    }
    current = found;
    return true;
  }

  /** The address of the next instruction on this way, 1 when it ends or was put aside. */
  private long step(Machine machine, Instruction instruction, long address) {
    return switch (instruction) {
      case Call(long target) -> {
        call(machine, address, target);
        yield address + 4;
      }
      case CallRegister(int register) -> {
        if (machine.register(register) instanceof Constant(long target, boolean _)) {
          call(machine, address, target);
        } else {
          afterCall(machine, result(address));
        }
        yield address + 4;
      }
      case Jump(long target) -> jump(machine, address, target);
      case JumpRegister(int register) -> {
        if (machine.register(register) instanceof Constant(long target, boolean _)) {
          yield jump(machine, address, target);
        }
        outcomes.leave(machine, false);
        yield 1;
      }
      case Return r -> {
        outcomes.leave(machine, Failure.returned(machine, calls.isEveryErrorFailure()));
        yield 1;
      }
      case JumpIf(Condition condition, long target) -> {
        var holds = Branches.holds(machine, condition);
        if (holds == Branches.Answer.UNKNOWN) {
          var other = doubt(machine, condition);
          Branches.assume(other, condition);
          aside(other, address, target);
          Branches.assume(machine, condition.inverse());
          arrivals.come(machine, address + 4);
          yield 1;
        }
        yield holds == Branches.Answer.YES ? jump(machine, address, target) : address + 4;
      }
      case JumpZero j -> branch(machine, j, address, j.target());
      case JumpBit j -> branch(machine, j, address, j.target());
      case Conditional c -> conditional(machine, c, address);
      case Load load -> {
        Step.take(interpreter.memory(), machine, load);
        yield load.to() == Instruction.PC ? intoPc(machine, address) : address + 4;
      }
      case Block block -> {
        Step.take(interpreter.memory(), machine, block);
        boolean returns = block.load() && (block.registers() >>> Instruction.PC & 1) != 0;
        if (returns) {
          outcomes.leave(machine, Failure.returned(machine, calls.isEveryErrorFailure()));
          yield 1;
        }
        yield address + 4;
      }
      default -> {
        Step.take(interpreter.memory(), machine, instruction);
        yield address + 4;
      }
    };
  }

  /** A copy for the side on which the condition holds; the less likely side is marked. */
  private static Machine doubt(Machine machine, Condition condition) {
    var likely = Branches.likely(machine, condition);
    var other = machine.copy();
    other.unlikely |= likely == Branches.Answer.NO;
    machine.unlikely |= likely == Branches.Answer.YES;
    return other;
  }

  private long intoPc(Machine machine, long address) {
    if (machine.register(Instruction.PC) instanceof Constant(long target, boolean _)) {
      return jump(machine, address, target);
    }
    // A jump table, or a return: both end this way.
    outcomes.leave(machine, Failure.returned(machine, calls.isEveryErrorFailure()));
    return 1;
  }

  private long branch(Machine machine, Instruction j, long address, long target) {
    var answer = Branches.taken(machine, j, true);
    if (answer != Branches.Answer.UNKNOWN) {
      return answer == Branches.Answer.YES ? jump(machine, address, target) : address + 4;
    }
    var likely = Branches.taken(machine, j, false);
    var other = machine.copy();
    other.unlikely |= likely == Branches.Answer.NO;
    machine.unlikely |= likely == Branches.Answer.YES;
    Branches.learn(other, j, true);
    aside(other, address, target);
    Branches.learn(machine, j, false);
    arrivals.come(machine, address + 4);
    return 1;
  }

  private long conditional(Machine machine, Conditional c, long address) {
    var holds = Branches.holds(machine, c.condition());
    if (holds == Branches.Answer.UNKNOWN) {
      var other = doubt(machine, c.condition());
      Branches.assume(other, c.condition());
      long next = step(other, c.then(), address);
      if (next != 1) {
        arrivals.come(other, next);
      }
      Branches.assume(machine, c.condition().inverse());
      long rest = step(machine, c.otherwise(), address);
      if (rest != 1) {
        arrivals.come(machine, rest);
      }
      return 1;
    }
    return step(machine, holds == Branches.Answer.YES ? c.then() : c.otherwise(), address);
  }

  /** A jump on a way that is followed later. */
  private void aside(Machine machine, long address, long target) {
    long next = jump(machine, address, target);
    if (next != 1) {
      arrivals.come(machine, next);
    }
  }

  /** Within the function or to a part of it that lies elsewhere; else it is a call at the end. */
  private long jump(Machine machine, long address, long target) {
    var functions = interpreter.functions();
    boolean own = functions.at(target) < 0 && functions.covering(target) >= 0;
    if (own || isPart(target)) {
      return target;
    }
    call(machine, address, target);
    outcomes.leave(machine, Failure.returned(machine, calls.isEveryErrorFailure()));
    return 1;
  }

  /** Compilers put unlikely code into a function of its own: NAME.cold. */
  private boolean isPart(long target) {
    int index = interpreter.functions().at(target);
    return index >= 0
        && (target == interpreter.functions().start(function)
            || interpreter.functions().name(index).contains(".cold"));
  }

  private void call(Machine machine, long site, long target) {
    var intrinsic = interpreter.intrinsic(target);
    intrinsic.ifPresent(i -> interpreter.apply(i, machine));
    if (intrinsic.isEmpty()) {
      var answer =
          calls.answers(target)
              ? calls.answer(new Moment(interpreter, machine, site, target))
              : Value.unknown();
      tell(machine, site, target);
      var told = answer instanceof Value.Unknown ? interpreter.constantResult(target) : answer;
      afterCall(machine, told instanceof Value.Unknown ? result(site) : told);
    } else if (intrinsic.get() != Interpreter.Intrinsic.TRACE) {
      var to = machine.register(0);
      machine.spoil(interpreter.set().spoiledByCalls());
      machine.register(0, to);
      machine.flags = Machine.Flags.UNKNOWN;
    }
  }

  private void tell(Machine machine, long site, long target) {
    if (!calls.matters(target)) {
      return;
    }
    outcomes.call(machine, site, target);
    calls.call(new Moment(interpreter, machine, site, target));
  }

  private void afterCall(Machine machine, Value result) {
    for (int i = 0; i < interpreter.set().argumentRegisters(); i++) {
      machine.share(machine.register(i));
    }
    machine.soften();
    machine.spoil(interpreter.set().spoiledByCalls());
    machine.register(0, result);
    machine.flags = Machine.Flags.UNKNOWN;
  }

  private static Value result(long site) {
    return Value.of(new Value.Result(site));
  }
}
