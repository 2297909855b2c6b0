package dev.unprobed.kernel.btf;

import dev.unprobed.kernel.bytes.Bytes;
import dev.unprobed.kernel.bytes.MalformedInput;

/** Asks for types that are, or may be, there; nothing but a refusal may come out. */
final class Victim {
  private Victim() {}

  static void read(byte[] section) {
    try {
      Btf btf = Btf.read(Bytes.of("victim.btf", section), 8);
      btf.size("outer");
      for (String path : new String[] {"name", "b", "many", "last.number", "call", "color"}) {
        btf.member("outer", path);
      }
    } catch (MalformedInput refused) {
      // as it should
    }
    Btf.find(Bytes.of("victim", section), 8);
  }
}
