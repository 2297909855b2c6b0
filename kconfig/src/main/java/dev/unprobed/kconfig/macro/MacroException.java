package dev.unprobed.kconfig.macro;

import org.jspecify.annotations.Nullable;

/** A macro cannot be answered, and the user can mend that. */
public final class MacroException extends RuntimeException {
  private final @Nullable String hint;

  /**
   * Says what is wrong.
   *
   * @param message one sentence without a full stop
   * @param hint what to do, absent when the message says it all
   */
  public MacroException(String message, @Nullable String hint) {
    super(message);
    this.hint = hint;
  }

  /** What is wrong, one sentence without a full stop. */
  public String message() {
    return String.valueOf(getMessage());
  }

  /** What to do about it, absent when the message says it all. */
  public @Nullable String hint() {
    return hint;
  }
}
