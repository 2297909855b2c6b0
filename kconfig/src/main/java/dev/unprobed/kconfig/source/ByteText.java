package dev.unprobed.kconfig.source;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Conversions between bytes, the byte strings of this library (one byte a character) and readable
 * text.
 */
public final class ByteText {
  private ByteText() {}

  /** The byte string that holds {@code length} bytes from {@code offset}. */
  public static String of(byte[] bytes, int offset, int length) {
    return new String(bytes, offset, length, ISO_8859_1);
  }

  /** The byte string that holds all of {@code bytes}. */
  public static String of(byte[] bytes) {
    return new String(bytes, ISO_8859_1);
  }

  /** The byte string of readable text: its UTF-8 bytes. */
  public static String encode(String readable) {
    return of(readable.getBytes(UTF_8));
  }

  /** The bytes of a byte string. */
  public static byte[] bytes(String text) {
    return text.getBytes(ISO_8859_1);
  }

  /** Readable text: the bytes as UTF-8, where broken sequences become U+FFFD. */
  public static String readable(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return new String(bytes(text), UTF_8);
      }
    }
    return text;
  }
}
