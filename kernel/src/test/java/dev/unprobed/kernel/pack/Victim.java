package dev.unprobed.kernel.pack;

import dev.unprobed.kernel.bytes.Bytes;
import dev.unprobed.kernel.bytes.MalformedInput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** Unpacks what it is given; nothing but a refusal may come out. */
final class Victim {
  private Victim() {}

  static void unpack(byte[] deb, Path cache) {
    try {
      new PackageCache(cache).unpacked(Bytes.of("victim.deb", deb));
    } catch (MalformedInput refused) {
      // as it should
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads names only, so that nothing is written. */
  static void list(byte[] deb) {
    try {
      TarInput tar = DebFile.data(Bytes.of("victim.deb", deb));
      while (tar.next().isPresent()) {
        // only the next one
      }
    } catch (MalformedInput refused) {
      // as it should
    } catch (IOException e) {
      // a stream's own way to refuse
    }
  }
}
