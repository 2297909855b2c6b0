package dev.unprobed.kernel.devicetree;

import dev.unprobed.kernel.bytes.Bytes;
import java.util.ArrayList;
import java.util.List;

/** A name and its value, which has no type of its own: who asks for it has to know. */
public final class Property {
  private final String name;
  private final Bytes source;
  private final long offset;
  private final long size;

  Property(String name, Bytes source, long offset, long size) {
    this.name = name;
    this.source = source;
    this.offset = offset;
    this.size = size;
  }

  static Property of(String name, Bytes value) {
    return new Property(name, value, 0, value.size());
  }

  public String name() {
    return name;
  }

  /** In bytes. */
  public long size() {
    return size;
  }

  /** As it lies in the file, big-endian. */
  public Bytes value() {
    return source.slice(offset, size);
  }

  /** How many whole 32-bit cells there are. */
  public int cellCount() {
    return (int) (size / 4);
  }

  /** A 32-bit cell by its index; unsigned numbers above 2^31 are negative. */
  public int cell(int index) {
    return value().s32(4L * index);
  }

  /** All whole cells; bytes after the last of them are left out. */
  public int[] cells() {
    int[] cells = new int[cellCount()];
    Bytes value = value();
    for (int i = 0; i < cells.length; i++) {
      cells[i] = value.s32(4L * i);
    }
    return cells;
  }

  /** The texts, each up to its NUL; one without a NUL at the end counts too. */
  public List<String> strings() {
    List<String> strings = new ArrayList<>();
    byte[] bytes = value().copy();
    int start = 0;
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == 0) {
        strings.add(text(bytes, start, i));
        start = i + 1;
      }
    }
    if (start < bytes.length) {
      strings.add(text(bytes, start, bytes.length));
    }
    return List.copyOf(strings);
  }

  /** The first text, empty when the value is. */
  public String string() {
    List<String> strings = strings();
    return strings.isEmpty() ? "" : strings.getFirst();
  }

  private static String text(byte[] bytes, int start, int end) {
    return new String(bytes, start, end - start, java.nio.charset.StandardCharsets.ISO_8859_1);
  }

  @Override
  public String toString() {
    return name + "[" + size + "]";
  }
}
