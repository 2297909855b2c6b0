package dev.unprobed.kernel.image;

import dev.unprobed.kernel.bytes.Bytes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The names of kallsyms, still packed: their number, then each with its length before it, in one
 * byte or, since 6.1, in two; behind them a marker for every 256th, by which they are recognized.
 *
 * @param countAt where their number stands
 * @param start of the first one
 */
record PackedNames(Bytes bytes, TokenTable table, long countAt, int count, long start) {
  private static final int FEWEST = 300;
  private static final int MOST = 4 << 20;
  private static final int GROUP = 256;
  private static final int LONGEST = 1024;
  private static final long CHARACTERS = 128L << 20;
  private static final long STEPS = 100_000_000;
  private static final String TYPES = "AaBbCDdGgIiNnRrSsTtUuVvWw?";

  /** The names that go with a token table, which lie before it. */
  static Optional<PackedNames> before(RawImage image, TokenTable table) {
    long steps = STEPS;
    int pointer = image.pointerSize();
    for (long at = table.start() & -pointer; at >= pointer && steps > 0; at -= pointer) {
      long count = count(image, at - pointer);
      if (count >= FEWEST && count <= MOST && 2 * count < table.start() - at) {
        var names = new PackedNames(image.bytes(), table, at - pointer, (int) count, at);
        if (names.beginsWell() && names.marked(image)) {
          return Optional.of(names);
        }
        steps -= count;
      }
    }
    return Optional.empty();
  }

  /** Once a long, now an int that is padded. */
  private static long count(RawImage image, long at) {
    long word = image.word(at);
    return word > MOST && (int) word == 0 ? word >>> 32 : word;
  }

  private boolean beginsWell() {
    long at = start;
    for (int i = 0; i < 16; i++) {
      int length = length(at);
      if (length == 0 || TYPES.indexOf(type(at)) < 0) {
        return false;
      }
      at = next(at);
    }
    return true;
  }

  private boolean marked(RawImage image) {
    long at = start;
    long group = 0;
    for (int i = 0; i < count; i++) {
      if (at >= table.start() || length(at) == 0) {
        return false;
      }
      group = i == GROUP ? at - start : group;
      at = next(at);
    }
    long markers = image.align(at);
    return markers + 2L * image.pointerSize() <= table.start()
        && (marks(bytes.u32(markers), bytes.u32(markers + 4), group)
            || marks(image.word(markers), image.word(markers + image.pointerSize()), group));
  }

  private static boolean marks(long first, long second, long group) {
    return first == 0 && second == group;
  }

  private int length(long at) {
    int first = bytes.u8(at);
    return first < 0x80 ? first : first & 0x7f | bytes.u8(at + 1) << 7;
  }

  private long data(long at) {
    return at + (bytes.u8(at) < 0x80 ? 1 : 2);
  }

  private long next(long at) {
    return data(at) + length(at);
  }

  private char type(long at) {
    String token = table.tokens().get(bytes.u8(data(at)));
    return token.isEmpty() ? 0 : token.charAt(0);
  }

  /** Each with its type letter first. */
  List<String> unpack() {
    List<String> names = new ArrayList<>(count);
    StringBuilder name = new StringBuilder();
    long at = start;
    long characters = 0;
    for (int i = 0; i < count; i++) {
      name.setLength(0);
      expand(at, name);
      characters += name.length();
      if (name.length() < 2 || name.length() > LONGEST || characters > CHARACTERS) {
        throw bytes.malformed(at, "bad-kallsyms", "a name unpacks to " + name.length() + " bytes");
      }
      names.add(name.toString());
      at = next(at);
    }
    return names;
  }

  private void expand(long at, StringBuilder into) {
    long data = data(at);
    int length = length(at);
    for (int i = 0; i < length && into.length() <= LONGEST; i++) {
      into.append(table.tokens().get(bytes.u8(data + i)));
    }
  }
}
