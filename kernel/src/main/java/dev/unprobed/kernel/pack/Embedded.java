package dev.unprobed.kernel.pack;

import dev.unprobed.kernel.bytes.Bytes;
import dev.unprobed.kernel.bytes.MalformedInput;
import dev.unprobed.kernel.compress.Compression;
import dev.unprobed.kernel.program.Program;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalLong;

/** What an image says about itself: its banner, and with IKCONFIG its configuration. */
final class Embedded {
  private static final String BANNER = "Linux version ";
  private static final String CONFIG = "IKCFG_ST";
  private static final long LARGEST_CONFIG = 16L << 20;
  private static final int LONGEST_RELEASE = 64;

  private Embedded() {}

  /** As {@code uname -r} says; empty when there is no banner. */
  static String release(Program image) {
    return bytes(image).flatMap(Embedded::release).orElse("");
  }

  private static Optional<String> release(Bytes bytes) {
    for (long at = 0; bytes.has(at, 1); at++) {
      OptionalLong found = find(bytes, BANNER, at);
      if (found.isEmpty()) {
        return Optional.empty();
      }
      at = found.getAsLong() + BANNER.length();
      long size = Math.min(LONGEST_RELEASE, bytes.size() - at);
      String text = new String(bytes.copy(at, size), StandardCharsets.ISO_8859_1);
      int space = text.indexOf(' ');
      // format strings with a %s come by too
      if (space > 0 && Character.isDigit(text.charAt(0))) {
        return Optional.of(text.substring(0, space));
      }
    }
    return Optional.empty();
  }

  /** The configuration as text; empty without IKCONFIG. */
  static String config(Program image) {
    try {
      return bytes(image)
          .flatMap(bytes -> {
            OptionalLong at = find(bytes, CONFIG, 0);
            return at.isPresent()
                ? Optional.of(bytes.from(at.getAsLong() + CONFIG.length()))
                : Optional.empty();
          })
          .map(packed -> Compression.GZIP.unpack(packed, packed.path(), LARGEST_CONFIG))
          .map(text -> new String(text.copy(), StandardCharsets.ISO_8859_1))
          .orElse("");
    } catch (MalformedInput e) {
      // the same eight letters may stand elsewhere
      return "";
    }
  }

  private static Optional<Bytes> bytes(Program image) {
    return image.symbols().isEmpty()
        ? Optional.empty()
        : image.at(image.symbols().getFirst().address());
  }

  private static OptionalLong find(Bytes bytes, String text, long from) {
    for (long at = from; bytes.has(at, text.length()); at++) {
      int i = 0;
      while (i < text.length() && bytes.u8(at + i) == text.charAt(i)) {
        i++;
      }
      if (i == text.length()) {
        return OptionalLong.of(at);
      }
    }
    return OptionalLong.empty();
  }
}
