package dev.unprobed.kernel.bytes;

import org.jspecify.annotations.Nullable;

/** A file is not what it should be, and the user can mend that: by giving another one. */
public final class MalformedInput extends RuntimeException {
  private final String path;
  private final long offset;
  private final String check;
  private final @Nullable String hint;

  /**
   * @param path the file as the user knows it; a member of an archive is {@code FILE(MEMBER)}
   * @param offset in bytes from the start of that file, or -1 when the file as a whole is meant
   * @param check the stable name of the check, such as {@code truncated-elf}
   * @param message one sentence without a full stop
   * @param hint what to do, absent when the message says it all
   */
  public MalformedInput(
      String path, long offset, String check, String message, @Nullable String hint) {
    super(message);
    this.path = path;
    this.offset = offset;
    this.check = check;
    this.hint = hint;
  }

  /** The file as the user knows it. */
  public String path() {
    return path;
  }

  /** In bytes from the start of the file, or -1 when the file as a whole is meant. */
  public long offset() {
    return offset;
  }

  /** The stable name of the check. */
  public String check() {
    return check;
  }

  /** One sentence without a full stop. */
  public String message() {
    return String.valueOf(getMessage());
  }

  /** What to do; absent when the message says it all. */
  public @Nullable String hint() {
    return hint;
  }
}
