package dev.unprobed.kconfig.source;

/**
 * The bytes of one Kconfig file.
 *
 * @param name as the including {@code source} wrote it
 * @param bytes the content; not to be changed
 */
public record SourceFile(String name, byte[] bytes) {
  /** The text of a line counted from 1, without its newline; empty when there is no such line. */
  public String line(int line) {
    int start = 0;
    for (int i = 1; i < line; i++) {
      int newline = indexOf((byte) '\n', start);
      if (newline < 0) {
        return "";
      }
      start = newline + 1;
    }
    int end = indexOf((byte) '\n', start);
    return ByteText.of(bytes, start, (end < 0 ? bytes.length : end) - start);
  }

  private int indexOf(byte wanted, int from) {
    for (int i = from; i < bytes.length; i++) {
      if (bytes[i] == wanted) {
        return i;
      }
    }
    return -1;
  }
}
