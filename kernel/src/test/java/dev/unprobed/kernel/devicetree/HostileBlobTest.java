package dev.unprobed.kernel.devicetree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unprobed.kernel.bytes.Bytes;
import dev.unprobed.kernel.bytes.MalformedInput;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Blobs written by hand, wrong in one way each, and by chance. */
class HostileBlobTest {
  static byte[] blob(int... structure) {
    byte[] names = "a\0".getBytes(StandardCharsets.ISO_8859_1);
    ByteBuffer out = ByteBuffer.allocate(40 + 16 + structure.length * 4 + names.length);
    int strings = 56 + structure.length * 4;
    for (int cell :
        new int[] {
          0xd00dfeed, out.capacity(), 56, strings, 40, 17, 16, 0, names.length, structure.length * 4
        }) {
      out.putInt(cell);
    }
    out.putLong(0).putLong(0);
    Arrays.stream(structure).forEach(out::putInt);
    return out.put(names).array();
  }

  private static void refused(byte[] blob, String check) {
    assertThatThrownBy(() -> DeviceTree.read(Bytes.of("x.dtb", blob)))
        .isInstanceOfSatisfying(
            MalformedInput.class,
            e -> {
              assertThat(e.check()).isEqualTo(check);
              assertThat(e.path()).isEqualTo("x.dtb");
            });
  }

  @Test
  void takesTheSmallest() {
    DeviceTree tree = DeviceTree.read(Bytes.of("x.dtb", blob(1, 0, 3, 4, 0, 7, 4, 2, 9)));
    assertThat(tree.root().cells("a")).containsExactly(7);
  }

  @Test
  void refusesWhatIsNotWhole() {
    byte[] good = blob(1, 0, 3, 4, 0, 7, 2, 9);
    refused(new byte[3], "truncated-fdt");
    refused(Arrays.copyOf(good, good.length - 1), "truncated-fdt");
    refused(new byte[100], "fdt-magic");
  }

  @Test
  void refusesABrokenStructure() {
    refused(blob(1, 0, 2), "truncated");
    refused(blob(9), "fdt-structure");
    refused(blob(2, 9), "fdt-structure");
    refused(blob(1, 0, 9), "fdt-structure");
    refused(blob(3, 0, 0, 9), "fdt-structure");
    refused(blob(1, 0, 2, 1, 0, 2, 9), "fdt-structure");
    refused(blob(1, 0, 5, 2, 9), "fdt-token");
    refused(blob(1, 0, 3, -1, 0, 2, 9), "truncated-fdt");
    refused(blob(1, 0, 3, 0, 77, 2, 9), "fdt-name");
    refused(blob(1, 0, 1, 0, 2, 3, 0, 0, 2, 9), "fdt-structure");
  }

  @Test
  void refusesADeepNest() {
    int[] cells = new int[2 * 100];
    for (int i = 0; i < cells.length; i += 2) {
      cells[i] = 1;
    }
    refused(blob(cells), "fdt-depth");
  }

  @Test
  void survivesChance() {
    long seed = 20261126;
    System.out.println("HostileBlobTest: seed " + seed);
    Random random = new Random(seed);
    byte[] good = blob(1, 0, 3, 4, 0, 7, 1, 0x61000000, 3, 0, 0, 2, 1, 0x62000000, 2, 2, 9);
    for (int i = 0; i < 20_000; i++) {
      byte[] bad = good.clone();
      for (int k = random.nextInt(4); k >= 0; k--) {
        bad[random.nextInt(bad.length)] = (byte) random.nextInt(12);
      }
      Victim.read(bad);
    }
  }
}
