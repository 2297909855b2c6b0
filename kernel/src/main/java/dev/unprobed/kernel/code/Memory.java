package dev.unprobed.kernel.code;

import dev.unprobed.kernel.code.Value.Constant;
import dev.unprobed.kernel.code.Value.Symbolic;
import dev.unprobed.kernel.program.Program;

/**
 * What a load gives: what the walk stored there, else what the program has there, else a symbol.
 */
final class Memory {
  private static final int DEEPEST = 3;

  private final Program program;
  private final int pointerSize;

  Memory(Program program) {
    this.program = program;
    this.pointerSize = program.architecture().pointerSize();
  }

  Value load(Machine machine, Value address, int size) {
    if (address instanceof Value.Unknown) {
      return address;
    }
    var stored = machine.stored(address);
    if (stored != null) {
      return stored;
    }
    return switch (address) {
      case Constant(long at, boolean _) -> initial(at, size);
      case Symbolic(Value.Frame _, long offset) -> argument(offset);
      case Symbolic s -> {
        boolean follow = size == pointerSize && s.depth() < DEEPEST;
        yield follow ? Value.of(new Value.Loaded(s)) : Value.unknown();
      }
      case Value.Unknown u -> u;
    };
  }

  private Value initial(long at, int size) {
    if (size == pointerSize) {
      boolean there = program.at(at).filter(bytes -> bytes.has(0, size)).isPresent();
      return there ? new Constant(program.pointer(at), false) : Value.unknown();
    }
    return program
        .at(at)
        .filter(bytes -> bytes.has(0, size))
        .<Value>map(bytes ->
            switch (size) {
              case 1 -> new Constant(bytes.u8(0), false);
              case 2 -> new Constant(bytes.u16(0), false);
              case 4 -> new Constant(bytes.u32(0), false);
              default -> Value.unknown();
            })
        .orElse(Value.unknown());
  }

  /** Arguments that did not fit into registers lie above the frame. */
  private Value argument(long offset) {
    boolean any = pointerSize == 4 && offset >= 0 && offset < 64 && (offset & 3) == 0;
    return any ? Value.of(new Value.Argument(4 + (int) offset / 4)) : Value.unknown();
  }
}
