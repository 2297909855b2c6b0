package dev.unprobed.board;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.unprobed.kernel.bytes.Bytes;
import dev.unprobed.kernel.devicetree.DeviceTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Trees from source, by dtc. Without it tests fail on CI and are skipped elsewhere. */
public final class Trees {
  private Trees() {}

  /** Compiles what stands between the braces of the root. */
  public static DeviceTree of(String root) {
    return DeviceTree.read(Bytes.of("test.dtb", blob(root)));
  }

  static byte[] blob(String root) {
    try {
      Path dts = Files.createTempFile("unprobed", ".dts");
      Path dtb = Files.createTempFile("unprobed", ".dtb");
      Files.writeString(dts, "/dts-v1/; / { " + root + " };", StandardCharsets.UTF_8);
      Process process =
          new ProcessBuilder("dtc", "-q", "-O", "dtb", "-o", dtb.toString(), dts.toString())
              .inheritIO()
              .start();
      if (process.waitFor() != 0) {
        throw new AssertionError("dtc does not compile " + root);
      }
      byte[] blob = Files.readAllBytes(dtb);
      Files.delete(dts);
      Files.delete(dtb);
      return blob;
    } catch (IOException e) {
      return absent(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static byte[] absent(IOException e) {
    if ("true".equals(System.getenv("CI"))) {
      throw new UncheckedIOException(e);
    }
    System.out.println("SKIPPED: no dtc (hint: apt install device-tree-compiler)");
    assumeTrue(false, "no dtc");
    throw new UncheckedIOException(e);
  }
}
