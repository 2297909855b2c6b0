package dev.unprobed.kernel.bytes;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A part of a file, or of what was unpacked from one: its bytes, their order, and where they lie.
 * Offsets count from the start of this part; messages tell them from the start of the file.
 *
 * <p>Every access is checked; outside of the part it is a {@link MalformedInput} named {@code
 * truncated}. Sizes and offsets are in bytes.
 */
public final class Bytes {
  private static final ValueLayout.OfShort SHORT =
      ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfInt INT =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfLong LONG =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  /** In bytes; what is smaller is read faster than it is mapped. */
  private static final long WORTH_MAPPING = 1 << 20;

  private final String path;
  private final long base;
  private final MemorySegment data;
  private final ByteOrder order;

  private Bytes(String path, long base, MemorySegment data, ByteOrder order) {
    this.path = path;
    this.base = base;
    this.data = data;
    this.order = order;
  }

  /** A whole file, as little-endian. */
  public static Bytes of(String path, byte[] data) {
    return of(path, MemorySegment.ofArray(data));
  }

  /** A whole file, such as a mapped one, as little-endian. */
  public static Bytes of(String path, MemorySegment data) {
    return new Bytes(path, 0, data, ByteOrder.LITTLE_ENDIAN);
  }

  /**
   * A whole file as it is now, as little-endian. What is large is mapped, so a file that somebody
   * cuts short later is an error of the machine.
   */
  public static Bytes of(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      long size = channel.size();
      if (size <= WORTH_MAPPING) {
        return of(file.toString(), Files.readAllBytes(file));
      }
      return of(
          file.toString(), channel.map(FileChannel.MapMode.READ_ONLY, 0, size, Arena.ofAuto()));
    }
  }

  /** The same bytes in another order. */
  public Bytes in(ByteOrder other) {
    return new Bytes(path, base, data, other);
  }

  /** The file as the user knows it. */
  public String path() {
    return path;
  }

  /** How multi-byte numbers are read. */
  public ByteOrder order() {
    return order;
  }

  /** In bytes. */
  public long size() {
    return data.byteSize();
  }

  /** Where this part starts in the file. */
  public long base() {
    return base;
  }

  /** A smaller part, in the same order. */
  public Bytes slice(long offset, long size) {
    demand(offset, size);
    return new Bytes(path, base + offset, data.asSlice(offset, size), order);
  }

  /** What is left from an offset on. */
  public Bytes from(long offset) {
    demand(offset, 0);
    return slice(offset, size() - offset);
  }

  /** Whether so many bytes lie there. */
  public boolean has(long offset, long size) {
    return offset >= 0 && size >= 0 && size <= size() - offset;
  }

  /** Unsigned. */
  public int u8(long offset) {
    demand(offset, 1);
    return Byte.toUnsignedInt(data.get(ValueLayout.JAVA_BYTE, offset));
  }

  /** Unsigned. */
  public int u16(long offset) {
    demand(offset, 2);
    short little = data.get(SHORT, offset);
    return Short.toUnsignedInt(isLittle() ? little : Short.reverseBytes(little));
  }

  /** Signed. */
  public int s32(long offset) {
    demand(offset, 4);
    int little = data.get(INT, offset);
    return isLittle() ? little : Integer.reverseBytes(little);
  }

  /** Unsigned. */
  public long u32(long offset) {
    return Integer.toUnsignedLong(s32(offset));
  }

  /** All 64 bits. */
  public long u64(long offset) {
    demand(offset, 8);
    long little = data.get(LONG, offset);
    return isLittle() ? little : Long.reverseBytes(little);
  }

  /** A text up to its NUL, one byte a character; a missing NUL is a {@link MalformedInput}. */
  public String string(long offset) {
    demand(offset, 0);
    long end = offset;
    while (u8(end) != 0) {
      end++;
    }
    return new String(copy(offset, end - offset), StandardCharsets.ISO_8859_1);
  }

  /** A copy of some of the bytes. */
  public byte[] copy(long offset, long size) {
    demand(offset, size);
    if (size > Integer.MAX_VALUE - 8) {
      throw malformed(offset, "too-large", size + " bytes are more than can be held at once");
    }
    return data.asSlice(offset, size).toArray(ValueLayout.JAVA_BYTE);
  }

  /** A copy of all bytes. */
  public byte[] copy() {
    return copy(0, size());
  }

  /** A failure at an offset of this part. */
  public MalformedInput malformed(long offset, String check, String message) {
    return new MalformedInput(path, base + offset, check, message, null);
  }

  private boolean isLittle() {
    return order == ByteOrder.LITTLE_ENDIAN;
  }

  private void demand(long offset, long size) {
    if (!has(offset, size)) {
      String there = offset < 0 || offset > size() ? "none" : Long.toString(size() - offset);
      throw malformed(offset, "truncated", "expected " + size + " bytes, there are " + there);
    }
  }
}
