package dev.unprobed.kernel.code;

/** What a register or a place in memory holds, as far as it is known. */
public sealed interface Value {
  /** No telling. */
  record Unknown() implements Value {
    private static final Unknown ONE = new Unknown();
  }

  /**
   * A number, often an address.
   *
   * @param firm whether it has to be so: a number read from memory may have been changed since
   */
  record Constant(long number, boolean firm) implements Value {}

  /** Something not known in itself, but known to be the same wherever it occurs, and an offset. */
  record Symbolic(Origin origin, long offset) implements Value {}

  /** What a symbolic value started from. */
  sealed interface Origin {}

  /** An argument of the function, from 0 on. */
  record Argument(int index) implements Origin {}

  /** The stack pointer at entry. */
  record Frame() implements Origin {}

  /** What lies at an address, a pointer's size long. */
  record Loaded(Value from) implements Origin {}

  /** What the call at an address gave back. */
  record Result(long site) implements Origin {}

  static Value unknown() {
    return Unknown.ONE;
  }

  static Value of(long number) {
    return new Constant(number, true);
  }

  static Value of(Origin origin) {
    return new Symbolic(origin, 0);
  }

  /** The sum with a known number. */
  default Value plus(long more) {
    return switch (this) {
      case Unknown u -> u;
      case Constant c -> more == 0 ? c : new Constant(c.number + more, c.firm);
      case Symbolic s -> more == 0 ? s : new Symbolic(s.origin, s.offset + more);
    };
  }

  /** How many loads it is away from something known. */
  default int depth() {
    return this instanceof Symbolic(Loaded(Value from), long _) ? 1 + from.depth() : 0;
  }

  /** What is known where either may be. */
  static Value join(Value one, Value other) {
    return one.equals(other) ? one : unknown();
  }
}
