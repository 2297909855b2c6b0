package dev.unprobed.kernel.elf;

import dev.unprobed.kernel.bytes.Bytes;

/** Names by where they start (gABI, String Table). Offset 0 is the empty name. */
public final class StringTable {
  /**
   * In bytes. The longest names of compilers stay far below it, and no table can say its whole
   * length again and again.
   */
  private static final int LONGEST = 1 << 14;

  private final Bytes content;

  StringTable(Bytes content) {
    this.content = content;
  }

  /** One byte a character. */
  public String string(long offset) {
    if (offset == 0 && content.size() == 0) {
      return "";
    }
    if (offset < 0 || offset >= content.size()) {
      throw content.malformed(
          0, "bad-name", "no name can be at " + offset + " of " + content.size());
    }
    long left = content.size() - offset;
    return left > LONGEST ? content.slice(offset, LONGEST).string(0) : content.string(offset);
  }

  /** In bytes. */
  public long size() {
    return content.size();
  }
}
