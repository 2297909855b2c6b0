package dev.unprobed.kernel.code;

/** Is told what a walk through a function meets. */
public interface Calls {
  /** Whether it is worth being told of calls of that address. */
  boolean matters(long target);

  /** Whether a function that matters gives back a pointer, so that null means failure. */
  default boolean givesPointer(long target) {
    return false;
  }

  /** Whether a way that returns -ENODEV has failed, though it often says that nothing was to do. */
  default boolean isEveryErrorFailure() {
    return false;
  }

  /** Whether what a function gives back is told by {@link #answer}. */
  default boolean answers(long target) {
    return false;
  }

  /** What a function gives back that {@link #answers} names; unknown for nothing special. */
  default Value answer(Call call) {
    return Value.unknown();
  }

  /** A call that matters; the same one may be told of several times with different values. */
  void call(Call call);

  /** One call at one moment. Values are only to be asked for during {@link Calls#call}. */
  interface Call {
    /** The address of the instruction. */
    long site();

    long target();

    /** From 0 on. */
    Value argument(int index);

    /** What lies at an address, so many bytes. */
    Value load(Value address, int size);
  }
}
