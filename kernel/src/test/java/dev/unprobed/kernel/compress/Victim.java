package dev.unprobed.kernel.compress;

import dev.unprobed.kernel.bytes.Bytes;
import dev.unprobed.kernel.bytes.MalformedInput;
import org.junit.jupiter.api.Assertions;

/** Unpacks what it is given in each way; nothing but a refusal may come out. */
final class Victim {
  static final int LIMIT = 1 << 20;

  private Victim() {}

  static void unpack(byte[] bytes) {
    for (Compression compression : Compression.values()) {
      unpack(compression, bytes);
    }
  }

  static void unpack(Compression compression, byte[] bytes) {
    try {
      Bytes unpacked = compression.unpack(Bytes.of("victim", bytes), "victim(x)", LIMIT);
      Assertions.assertTrue(unpacked.size() <= LIMIT);
    } catch (MalformedInput refused) {
      Assertions.assertTrue(refused.offset() >= 0, refused.check());
    }
  }
}
