package dev.unprobed.app.report.page;

import java.util.Arrays;
import java.util.Base64;

/** Numbers that are not negative, one after the other, packed as tightly as the largest allows. */
final class Numbers {
  private int[] values = new int[256];
  private int size;

  void add(int value) {
    if (value < 0) {
      throw new IllegalArgumentException("negative: " + value);
    }
    if (size == values.length) {
      values = Arrays.copyOf(values, size * 2);
    }
    values[size++] = value;
  }

  int size() {
    return size;
  }

  /**
   * Bits a number, a colon, and the numbers in base64: the first one in the lowest bits of the
   * first byte. Bits are 2, 8, 16 or 32.
   */
  String packed() {
    int largest = Arrays.stream(values, 0, size).max().orElse(0);
    int bits = largest < 4 ? 2 : largest < 1 << 8 ? 8 : largest < 1 << 16 ? 16 : 32;
    byte[] bytes = new byte[(int) (((long) size * bits + 7) / 8)];
    for (int i = 0; i < size; i++) {
      put(bytes, (long) i * bits, bits, values[i]);
    }
    return bits + ":" + Base64.getEncoder().encodeToString(bytes);
  }

  private static void put(byte[] bytes, long from, int bits, int value) {
    for (int bit = 0; bit < bits; bit += 8) {
      bytes[(int) ((from + bit) / 8)] |= (byte) (value >> bit << (from % 8));
    }
  }
}
