package dev.unprobed.kernel.archive;

import dev.unprobed.kernel.bytes.Bytes;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads ar(5): a magic line, then headers of text, each followed by its member unless thin. */
final class ArchiveReader {
  private static final byte[] ORDINARY = "!<arch>\n".getBytes(StandardCharsets.ISO_8859_1);
  private static final byte[] THIN = "!<thin>\n".getBytes(StandardCharsets.ISO_8859_1);
  private static final int HEADER = 60;
  private static final int LONGEST_NAME = 4096;

  private final Bytes file;
  private final boolean thin;
  private final List<Archive.Member> members = new ArrayList<>();
  private List<Archive.Definition> symbols = List.of();
  private @Nullable Bytes names;

  ArchiveReader(Bytes file) {
    this.file = file;
    this.thin = starts(file, THIN);
  }

  static boolean isArchive(Bytes file) {
    return starts(file, ORDINARY) || starts(file, THIN);
  }

  Archive read() {
    if (!isArchive(file)) {
      throw file.malformed(0, "not-an-archive", "this does not start as an archive does");
    }
    long at = ORDINARY.length;
    while (at < file.size()) {
      at = entry(at);
    }
    return new Archive(thin, List.copyOf(members), symbols);
  }

  /** Reads one and tells where the next is: at an even offset. */
  private long entry(long at) {
    if (file.u8(at + 58) != '`' || file.u8(at + 59) != '\n') {
      throw file.malformed(
          at + 58, "bad-archive-header", "a header ends in a backquote and newline");
    }
    String name = text(at, 16);
    long size = number(at + 48, 10);
    long start = at + HEADER;
    long end = start + size;
    if (name.equals("/")) {
      symbols = symbols(inside(start, size), 4);
    } else if (name.equals("/SYM64/")) {
      symbols = symbols(inside(start, size), 8);
    } else if (name.equals("//")) {
      names = inside(start, size);
    } else {
      end = member(name, at, size);
    }
    return end + (end & 1);
  }

  private long member(String field, long at, long size) {
    String name = field;
    long start = at + HEADER;
    long nested = -1;
    String whole = name;
    if (name.startsWith("#1/")) {
      return bsdMember(name, at, size);
    }
    if (name.startsWith("/")) {
      // GNU ar may leave the slash of a shorter name in the last place.
      name = name.endsWith("/") ? name.substring(0, name.length() - 1).stripTrailing() : name;
      int colon = name.indexOf(':');
      whole = longName(at, colon < 0 ? name.substring(1) : name.substring(1, colon));
      nested = colon < 0 ? -1 : number(at, name.substring(colon + 1));
    } else if (name.endsWith("/")) {
      whole = name.substring(0, name.length() - 1);
    }
    Bytes content = thin ? file.slice(start, 0) : inside(start, size);
    members.add(new Archive.Member(whole, at, size, nested, content, thin));
    return thin ? start : start + size;
  }

  /** The name stands before the content and counts as a part of it. */
  private long bsdMember(String name, long at, long size) {
    long length = number(at, name.substring(3));
    long start = at + HEADER;
    if (length > size || length > LONGEST_NAME || thin) {
      throw file.malformed(at, "bad-archive-header", "a name cannot have " + length + " bytes");
    }
    String whole = text(start, (int) length).replace("\0", "");
    Bytes content = inside(start + length, size - length);
    if (!whole.startsWith("__.SYMDEF")) {
      members.add(new Archive.Member(whole, at, size - length, -1, content, false));
    }
    return start + size;
  }

  /** In the table of names each ends in a slash and a newline. */
  private String longName(long at, String digits) {
    long offset = number(at, digits);
    Bytes table = names;
    if (table == null || offset >= table.size()) {
      throw file.malformed(at, "bad-archive-header", "there is no long name at " + offset);
    }
    long end = offset;
    while (end < table.size() && table.u8(end) != '\n') {
      end++;
      if (end - offset > LONGEST_NAME) {
        throw table.malformed(offset, "bad-archive-header", "this name does not end");
      }
    }
    String name = new String(table.copy(offset, end - offset), StandardCharsets.ISO_8859_1);
    return name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
  }

  /** How many there are, the header of each one's member, then the names; all big-endian. */
  private static List<Archive.Definition> symbols(Bytes table, int width) {
    Bytes big = table.in(ByteOrder.BIG_ENDIAN);
    long count = number(big, 0, width);
    // Each takes an offset and at least a NUL.
    if (count < 0 || count > (big.size() - width) / (width + 1)) {
      throw big.malformed(0, "bad-archive-symbols", "there is no room for " + count + " symbols");
    }
    List<Archive.Definition> symbols = new ArrayList<>((int) count);
    long name = width + count * width;
    for (int i = 0; i < count; i++) {
      String text = big.string(name);
      symbols.add(new Archive.Definition(text, number(big, width + (long) i * width, width)));
      name += text.length() + 1;
    }
    return List.copyOf(symbols);
  }

  private static long number(Bytes bytes, long at, int width) {
    return width == 8 ? bytes.u64(at) : bytes.u32(at);
  }

  private Bytes inside(long start, long size) {
    if (!file.has(start, size)) {
      throw file.malformed(
          Math.min(start, file.size()),
          "truncated-archive",
          "expected a member of %d bytes, there are %d".formatted(size, file.size() - start));
    }
    return file.slice(start, size);
  }

  private String text(long at, int length) {
    return new String(file.copy(at, length), StandardCharsets.ISO_8859_1).stripTrailing();
  }

  private long number(long at, int length) {
    return number(at, text(at, length));
  }

  private long number(long at, String digits) {
    boolean good = !digits.isEmpty() && digits.length() <= 18;
    for (int i = 0; i < digits.length(); i++) {
      good &= digits.charAt(i) >= '0' && digits.charAt(i) <= '9';
    }
    if (!good) {
      throw file.malformed(at, "bad-archive-header", "expected a decimal number");
    }
    return Long.parseLong(digits);
  }

  private static boolean starts(Bytes file, byte[] magic) {
    return file.has(0, magic.length) && Arrays.equals(file.copy(0, magic.length), magic);
  }
}
