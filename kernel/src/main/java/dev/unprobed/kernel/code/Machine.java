package dev.unprobed.kernel.code;

import dev.unprobed.kernel.code.Value.Constant;
import dev.unprobed.kernel.code.Value.Symbolic;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Registers, memory and flags at one moment of a walk.
 *
 * <p>Memory holds only what was stored on the way. It is assumed that different symbolic values
 * point to different things, and that a called function leaves memory alone, but for this: what it
 * may have changed on the stack is no longer firm.
 */
final class Machine {
  /** Above all arguments that a function can have. */
  private static final int UNLIKE_ANY = 1 << 16;

  private final Value[] registers;
  private final Map<Value, Value> memory;

  /** The last comparison; absent when flags are not known. */
  Flags flags;

  /** Calls that matter and were passed, as bits. */
  long passed;

  /** Results of calls that are known to mean failure. */
  List<Value.Origin> failed;

  /** Results of calls that are known to be zero. */
  List<Value.Origin> nulls = List.of();

  /** Whether a condition turned out against what memory says at first. */
  boolean unlikely;

  /** The lowest stack address that somebody else was given, {@link Long#MAX_VALUE} for none. */
  private long shared = Long.MAX_VALUE;

  /**
   * @param onlySign whether the flags tell of zero and sign only
   * @param assumed a condition that is known to hold, ALWAYS for none
   */
  record Flags(Value left, Value right, int width, boolean onlySign, Condition assumed) {
    static final Flags UNKNOWN =
        new Flags(Value.unknown(), Value.unknown(), 64, false, Condition.ALWAYS);
  }

  private Machine(
      Value[] registers,
      Map<Value, Value> memory,
      Flags flags,
      long passed,
      List<Value.Origin> failed,
      long shared) {
    this.registers = registers;
    this.memory = memory;
    this.flags = flags;
    this.passed = passed;
    this.failed = failed;
    this.shared = shared;
  }

  /** At the start of a function. */
  static Machine atEntry(int arguments) {
    var registers = new Value[Instruction.REGISTERS];
    Arrays.fill(registers, Value.unknown());
    for (int i = 0; i < arguments; i++) {
      registers[i] = Value.of(new Value.Argument(i));
    }
    registers[Instruction.SP] = Value.of(new Value.Frame());
    registers[Instruction.ZERO] = Value.of(0);
    return new Machine(registers, new HashMap<>(), Flags.UNKNOWN, 0, List.of(), Long.MAX_VALUE);
  }

  /** In the middle of a function, of which nothing is known. */
  static Machine anywhere() {
    var machine = atEntry(0);
    for (int i = 0; i < Instruction.REGISTERS; i++) {
      if (i != Instruction.SP && i != Instruction.ZERO) {
        machine.registers[i] = Value.of(new Value.Argument(UNLIKE_ANY + i));
      }
    }
    return machine;
  }

  Machine copy() {
    var copy = new Machine(registers.clone(), new HashMap<>(memory), flags, passed, failed, shared);
    copy.nulls = nulls;
    copy.unlikely = unlikely;
    return copy;
  }

  Value register(int number) {
    return registers[number];
  }

  void register(int number, Value value) {
    if (number != Instruction.ZERO) {
      registers[number] = value;
    }
  }

  void spoil(long mask) {
    for (long left = mask; left != 0; left &= left - 1) {
      registers[Long.numberOfTrailingZeros(left)] = Value.unknown();
    }
  }

  /** Wherever the value is, it turns out to be another one. */
  void learn(Value value, Value truth) {
    for (int i = 0; i < registers.length; i++) {
      if (registers[i].equals(value)) {
        registers[i] = truth;
      }
    }
  }

  /** What was stored there; absent when nothing was. */
  @org.jspecify.annotations.Nullable
  Value stored(Value address) {
    return memory.get(key(address));
  }

  void store(Value address, Value value, int size) {
    if (address instanceof Value.Unknown) {
      return;
    }
    var key = key(address);
    if (size < 4) {
      memory.remove(align(key, 4));
      memory.remove(align(key, 8));
    }
    if (size == 8) {
      memory.remove(key.plus(4));
    }
    memory.put(key, value);
  }

  private static Value key(Value address) {
    return address instanceof Constant(long number, boolean firm) && firm
        ? new Constant(number, false)
        : address;
  }

  private static Value align(Value key, int size) {
    return switch (key) {
      case Constant(long number, boolean _) -> new Constant(number & -size, false);
      case Symbolic(Value.Origin origin, long offset) -> new Symbolic(origin, offset & -size);
      case Value.Unknown u -> u;
    };
  }

  /** Somebody else gets to know a value. */
  void share(Value value) {
    if (value instanceof Symbolic(Value.Frame _, long offset) && offset < 0) {
      shared = Math.min(shared, offset);
    }
  }

  /** A function was called: what it may have changed is not firm any more. */
  void soften() {
    if (shared == Long.MAX_VALUE) {
      return;
    }
    for (var entry : memory.entrySet()) {
      boolean reachable =
          entry.getKey() instanceof Symbolic(Value.Frame _, long offset) && offset >= shared;
      if (reachable && entry.getValue() instanceof Constant(long number, boolean firm) && firm) {
        entry.setValue(new Constant(number, false));
      }
    }
  }

  /** What is known where either may be; this one changes. */
  void join(Machine other) {
    for (int i = 0; i < registers.length; i++) {
      registers[i] = Value.join(registers[i], other.registers[i]);
    }
    memory.entrySet().removeIf(e -> !e.getValue().equals(other.memory.get(e.getKey())));
    flags = flags.equals(other.flags) ? flags : Flags.UNKNOWN;
    passed &= other.passed;
    failed = failed.stream().filter(other.failed::contains).toList();
    unlikely &= other.unlikely;
    nulls = nulls.stream().filter(other.nulls::contains).toList();
    shared = Math.min(shared, other.shared);
  }

  void fails(Value value) {
    failed = with(failed, value);
  }

  void isNull(Value value) {
    nulls = with(nulls, value);
  }

  private static List<Value.Origin> with(List<Value.Origin> known, Value value) {
    boolean more =
        value instanceof Symbolic(Value.Result result, long offset)
            && offset == 0
            && !known.contains(result);
    if (!more) {
      return known;
    }
    var all = new ArrayList<>(known);
    all.add(((Symbolic) value).origin());
    return List.copyOf(all);
  }

  @Override
  public boolean equals(Object object) {
    return object instanceof Machine other
        && passed == other.passed
        && unlikely == other.unlikely
        && nulls.equals(other.nulls)
        && Arrays.equals(registers, other.registers)
        && flags.equals(other.flags)
        && memory.equals(other.memory)
        && failed.equals(other.failed);
  }

  @Override
  public int hashCode() {
    return Objects.hash(Arrays.hashCode(registers), memory, passed);
  }
}
