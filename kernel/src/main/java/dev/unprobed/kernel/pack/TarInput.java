package dev.unprobed.kernel.pack;

import dev.unprobed.kernel.bytes.MalformedInput;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A tar archive read from front to back (POSIX.1-1988 ustar, GNU long names, pax path and size). A
 * long name may not be longer than a path can be, so no header makes it hold much.
 */
final class TarInput {
  private static final int BLOCK = 512;
  private static final int LONGEST_NAME = 1 << 16;

  private final String path;
  private final InputStream in;
  private long position;
  private long left;
  private long padding;

  TarInput(String path, InputStream in) {
    this.path = path;
    this.in = in;
  }

  /**
   * A file in the archive.
   *
   * @param type the letter of its kind, '0' for a regular file
   */
  record Entry(String name, char type, long size) {
    boolean isFile() {
      return type == '0' || type == '7' || type == 0;
    }
  }

  /** The next one; its bytes are what {@link #read} gives then. Empty at the end. */
  Optional<Entry> next() throws IOException {
    String longName = "";
    long longSize = -1;
    while (true) {
      skip(left + padding);
      byte[] header = block();
      if (header.length == 0 || isZero(header)) {
        return Optional.empty();
      }
      check(header);
      char type = (char) (header[156] & 0xff);
      enter(number(header, 124, 12));
      switch (type) {
        case 'L' -> longName = text(small(), 0);
        case 'x' -> {
          String pax = new String(small(), StandardCharsets.UTF_8);
          longName = keyword(pax, "path").orElse(longName);
          longSize = keyword(pax, "size").map(this::size).orElse(longSize);
        }
        case 'K', 'g' -> small();
        default -> {
          if (longSize >= 0) {
            enter(longSize);
          }
          String name = longName.isEmpty() ? name(header) : longName;
          return Optional.of(new Entry(name, type, left));
        }
      }
    }
  }

  /** Some bytes of the current file, -1 at its end. */
  int read(byte[] into) throws IOException {
    if (left == 0) {
      return -1;
    }
    int count = in.read(into, 0, (int) Math.min(into.length, left));
    if (count < 0) {
      throw malformed("truncated", "the archive ends within a file");
    }
    left -= count;
    position += count;
    return count;
  }

  private void enter(long size) {
    left = size;
    padding = -size & (BLOCK - 1);
  }

  private byte[] small() throws IOException {
    if (left > LONGEST_NAME) {
      throw malformed("too-large", "an extended header of " + left + " bytes");
    }
    byte[] content = in.readNBytes((int) left);
    position += content.length;
    left -= content.length;
    return content;
  }

  private byte[] block() throws IOException {
    byte[] block = in.readNBytes(BLOCK);
    if (block.length != 0 && block.length != BLOCK) {
      throw malformed("truncated", "the archive ends within a header");
    }
    position += block.length;
    return block;
  }

  private void skip(long count) throws IOException {
    try {
      in.skipNBytes(count);
    } catch (EOFException e) {
      throw malformed("truncated", "the archive ends within a file");
    }
    position += count;
    enter(0);
  }

  private static boolean isZero(byte[] block) {
    for (byte one : block) {
      if (one != 0) {
        return false;
      }
    }
    return true;
  }

  private void check(byte[] header) {
    long sum = 0;
    for (int i = 0; i < BLOCK; i++) {
      sum += i >= 148 && i < 156 ? ' ' : header[i] & 0xff;
    }
    if (sum != number(header, 148, 8)) {
      throw malformed("bad-tar", "the checksum of a header is wrong");
    }
  }

  /** Octal, or with the highest bit set, GNU's way for large ones, binary. */
  private long number(byte[] header, int at, int length) {
    long value = 0;
    boolean binary = (header[at] & 0x80) != 0;
    for (int i = binary ? at + length - 8 : at; i < at + length; i++) {
      int one = header[i] & 0xff;
      if (binary) {
        value = value << 8 | one;
      } else if (one >= '0' && one <= '7') {
        value = value << 3 | one - '0';
      } else if (one != ' ' && one != 0) {
        throw malformed("bad-tar", "expected an octal number in a header");
      }
    }
    return demandSize(value);
  }

  private long size(String decimal) {
    try {
      return demandSize(Long.parseLong(decimal));
    } catch (NumberFormatException e) {
      throw malformed("bad-tar", "expected a number in an extended header");
    }
  }

  private long demandSize(long size) {
    if (size < 0 || size > 1L << 40) {
      throw malformed("bad-tar", "a file cannot have " + size + " bytes");
    }
    return size;
  }

  private static String name(byte[] header) {
    String name = text(header, 0, 100);
    boolean ustar = text(header, 257, 6).equals("ustar");
    String prefix = ustar ? text(header, 345, 155) : "";
    return prefix.isEmpty() ? name : prefix + "/" + name;
  }

  private static String text(byte[] bytes, int at) {
    return text(bytes, at, bytes.length - at);
  }

  private static String text(byte[] bytes, int at, int length) {
    int end = at;
    while (end < at + length && bytes[end] != 0) {
      end++;
    }
    return new String(bytes, at, end - at, StandardCharsets.UTF_8);
  }

  /** From lines of LENGTH KEYWORD=VALUE; a value with a newline in it is of no use to us. */
  private static Optional<String> keyword(String pax, String keyword) {
    for (String line : pax.split("\n", -1)) {
      int space = line.indexOf(' ');
      if (line.startsWith(keyword + "=", space + 1)) {
        return Optional.of(line.substring(space + 2 + keyword.length()));
      }
    }
    return Optional.empty();
  }

  private MalformedInput malformed(String check, String message) {
    return new MalformedInput(path, position, check, message, null);
  }
}
