package dev.unprobed.kernel.image;

import dev.unprobed.kernel.bytes.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The 256 texts that a byte of a packed name stands for (scripts/kallsyms.c). In memory they lie
 * one behind the other, each with a NUL, and are followed by an index of 256 offsets; no other data
 * of a kernel look like that.
 *
 * @param start of the texts
 * @param end of the index
 */
record TokenTable(long start, long end, List<String> tokens) {
  private static final int COUNT = 256;
  private static final int LONGEST = 512;
  private static final int CANDIDATES = 16;

  /** All places that look like one, in order. */
  static List<TokenTable> find(RawImage image) {
    List<TokenTable> found = new ArrayList<>();
    Bytes bytes = image.bytes();
    long last = bytes.size() - 2L * COUNT;
    for (long at = 4; at <= last && found.size() < CANDIDATES; at += 4) {
      // most places fail at the first or second number
      if (bytes.u16(at) == 0 && bytes.u16(at + 2) >= 2 && isIndex(bytes, at)) {
        before(bytes, at).ifPresent(found::add);
      }
    }
    return found;
  }

  private static boolean isIndex(Bytes bytes, long at) {
    for (int i = 1; i < COUNT; i++) {
      int length = bytes.u16(at + 2L * i) - bytes.u16(at + 2L * (i - 1));
      if (length < 2 || length > LONGEST) {
        return false;
      }
    }
    return true;
  }

  private static Optional<TokenTable> before(Bytes bytes, long index) {
    long end = index;
    while (end > 0 && index - end < Long.BYTES + 1 && bytes.u8(end - 1) == 0) {
      end--;
    }
    long lastToken = end;
    while (lastToken > 0 && end - lastToken < LONGEST && bytes.u8(lastToken - 1) != 0) {
      lastToken--;
    }
    long start = lastToken - bytes.u16(index + 2L * (COUNT - 1));
    return start < 0 ? Optional.empty() : read(bytes, start, index);
  }

  private static Optional<TokenTable> read(Bytes bytes, long start, long index) {
    List<String> tokens = new ArrayList<>();
    long at = start;
    for (int i = 0; i < COUNT; i++) {
      if (at != start + bytes.u16(index + 2L * i)) {
        return Optional.empty();
      }
      long end = at;
      while (end < index && bytes.u8(end) != 0) {
        end++;
      }
      tokens.add(new String(bytes.copy(at, end - at), StandardCharsets.ISO_8859_1));
      at = end + 1;
    }
    return Optional.of(new TokenTable(start, index + 2L * COUNT, List.copyOf(tokens)));
  }
}
