package dev.unprobed.kernel.pack;

import dev.unprobed.kernel.bytes.Bytes;
import dev.unprobed.kernel.bytes.MalformedInput;
import dev.unprobed.kernel.compress.Compression;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A Debian package (deb(5)): an ar archive with data.tar, packed or not, in it. */
final class DebFile {
  private static final String MAGIC = "!<arch>\n";
  private static final int HEADER = 60;

  private DebFile() {}

  static boolean is(Bytes file) {
    return file.has(0, MAGIC.length() + HEADER)
        && text(file, 0, MAGIC.length()).equals(MAGIC)
        && text(file, MAGIC.length(), 16).startsWith("debian-binary");
  }

  /** The files that it installs. */
  static TarInput data(Bytes file) throws IOException {
    Bytes member = member(file);
    return new TarInput(member.path(), open(member));
  }

  private static InputStream open(Bytes member) throws IOException {
    Optional<Compression> compression = Compression.at(member, 0);
    return compression.isPresent() ? compression.get().open(member) : Compression.plain(member);
  }

  private static Bytes member(Bytes file) {
    long at = MAGIC.length();
    while (file.has(at, HEADER)) {
      if (file.u16(at + 58) != 0x0a60) {
        throw file.malformed(at, "bad-ar", "expected the header of a member");
      }
      String name = text(file, at, 16).strip();
      long size = size(file, at + 48);
      if (name.startsWith("data.tar")) {
        return file.slice(at + HEADER, size);
      }
      at += HEADER + size + (size & 1);
    }
    throw new MalformedInput(file.path(), -1, "no-data", "the package has no data.tar", null);
  }

  private static long size(Bytes file, long at) {
    try {
      return Long.parseUnsignedLong(text(file, at, 10).strip());
    } catch (NumberFormatException e) {
      throw file.malformed(at, "bad-ar", "expected the size of a member");
    }
  }

  private static String text(Bytes file, long at, long size) {
    return new String(file.copy(at, size), StandardCharsets.ISO_8859_1);
  }
}
