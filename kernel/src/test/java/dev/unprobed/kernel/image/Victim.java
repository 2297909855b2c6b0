package dev.unprobed.kernel.image;

import dev.unprobed.kernel.bytes.Bytes;
import dev.unprobed.kernel.bytes.MalformedInput;
import dev.unprobed.kernel.program.Program;
import dev.unprobed.kernel.program.Symbol;

/** Does with bytes all that can be done with an image; nothing but a refusal may come out. */
final class Victim {
  private Victim() {}

  static void read(byte[] image) {
    try {
      Program program = KernelImage.read(Bytes.of("victim", image));
      for (Symbol symbol : program.symbols()) {
        program.at(symbol.address());
        program.pointer(symbol.address());
        program.function(symbol.address());
        program.isCode(symbol.address() + 1);
      }
    } catch (MalformedInput refused) {
      // as it should
    }
  }

  /** As the inside of an arm64 image, so that the search for names sees it. */
  static void readRaw(byte[] content) {
    byte[] image = new byte[Math.max(content.length, 64)];
    System.arraycopy(content, 0, image, 0, content.length);
    image[0x38] = 'A';
    image[0x39] = 'R';
    image[0x3a] = 'M';
    image[0x3b] = 0x64;
    read(image);
  }
}
