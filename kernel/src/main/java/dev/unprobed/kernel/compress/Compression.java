package dev.unprobed.kernel.compress;

import dev.unprobed.kernel.bytes.Bytes;
import dev.unprobed.kernel.bytes.MalformedInput;
import io.airlift.compress.v3.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.tukaani.xz.LZMAInputStream;
import org.tukaani.xz.SingleXZInputStream;

/** A way in which files are compressed, known by how they begin. */
public enum Compression {
  GZIP("\u001f\u008b\b"),
  BZIP2("BZh"),
  XZ("\u00fd7zXZ\0"),
  /** As the lzma tool writes it, with the properties that everybody uses. */
  LZMA("]\0\0"),
  ZSTD("(\u00b5/\u00fd"),
  /** The legacy frame, the one that the kernel knows (Documentation: lz4_Frame_format.md). */
  LZ4("\u0002!L\u0018");

  /** What one image or module may unpack to, in bytes. */
  public static final long LIMIT = 256L << 20;

  private static final int DICTIONARY_KIB = 128 << 10;
  private static final int LZMA_HEADER = 13;

  private final String magic;

  Compression(String magic) {
    this.magic = magic;
  }

  /** Which one begins at an offset; empty when none does. */
  public static Optional<Compression> at(Bytes bytes, long offset) {
    return Arrays.stream(values()).filter(one -> one.begins(bytes, offset)).findFirst();
  }

  private boolean begins(Bytes bytes, long offset) {
    if (!bytes.has(offset, magic.length())) {
      return false;
    }
    for (int i = 0; i < magic.length(); i++) {
      if (bytes.u8(offset + i) != magic.charAt(i)) {
        return false;
      }
    }
    return this != LZMA || plausibleLzma(bytes, offset);
  }

  /** LZMA has no magic: look at the dictionary and at the first byte of the range coder. */
  private static boolean plausibleLzma(Bytes bytes, long offset) {
    if (!bytes.has(offset, LZMA_HEADER + 5)) {
      return false;
    }
    long dictionary =
        bytes.u8(offset + 1)
            | bytes.u8(offset + 2) << 8
            | (bytes.u8(offset + 3) << 16)
            | (long) bytes.u8(offset + 4) << 24;
    return Long.bitCount(dictionary) <= 2
        && dictionary <= (long) DICTIONARY_KIB << 10
        && bytes.u8(offset + LZMA_HEADER) == 0;
  }

  /** As the kernel's Kconfig calls it, in small letters. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Everything, in memory. What follows the compressed stream is not looked at.
   *
   * @param path of the result, for messages
   * @param limit in bytes; what is larger is a {@link MalformedInput} named {@code too-large}
   */
  public Bytes unpack(Bytes packed, String path, long limit) {
    try (InputStream in = open(new BytesInput(packed))) {
      return Bytes.of(path, Bounded.readAll(in, limit)).in(packed.order());
    } catch (TooLarge e) {
      throw packed.malformed(
          0, "too-large", "the " + label() + " data unpack to more than " + limit + " bytes");
    } catch (IOException | RuntimeException e) {
      throw packed.malformed(
          0, "corrupt-" + label(), "cannot unpack the " + label() + " data: " + e.getMessage());
    }
  }

  /** A stream of bytes that are not packed at all. */
  public static InputStream plain(Bytes bytes) {
    return new BytesInput(bytes);
  }

  /** A stream of what unpacks from these bytes. */
  public InputStream open(Bytes packed) throws IOException {
    return open(new BytesInput(packed));
  }

  /** A stream that unpacks; bad data are an IOException. */
  public InputStream open(InputStream packed) throws IOException {
    return new CheckedInput(opened(packed));
  }

  private InputStream opened(InputStream packed) throws IOException {
    return switch (this) {
      case GZIP -> new GZIPInputStream(packed, 1 << 16);
      case BZIP2 -> new BZip2CompressorInputStream(packed);
      case XZ -> new SingleXZInputStream(buffered(packed), DICTIONARY_KIB);
      case LZMA -> new LZMAInputStream(buffered(packed), DICTIONARY_KIB);
      case ZSTD -> new ZstdInputStream(ZstdHeader.widen(packed));
      case LZ4 -> new Lz4LegacyInput(buffered(packed));
    };
  }

  private static InputStream buffered(InputStream packed) {
    return packed instanceof BytesInput ? packed : new BufferedInputStream(packed, 1 << 16);
  }
}
