package dev.unprobed.kernel.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unprobed.kernel.bytes.Bytes;
import dev.unprobed.kernel.bytes.MalformedInput;
import dev.unprobed.kernel.config.ConfigFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where distributions put things. */
class KernelFilesTest {
  @TempDir Path root;

  @Test
  void debian() throws IOException {
    touch("boot/vmlinuz-6.1.0", "boot/config-6.1.0", "boot/System.map-6.1.0");
    touch("lib/modules/6.1.0/kernel/a.ko", "usr/lib/linux-image-6.1.0/a.dtb");
    for (Path path : List.of(root, root.resolve("boot"), root.resolve("boot/vmlinuz-6.1.0"))) {
      KernelFiles files = Search.find(path);
      assertThat(files.release()).isEqualTo("6.1.0");
      assertThat(files.config()).contains(root.resolve("boot/config-6.1.0"));
      assertThat(files.systemMap()).contains(root.resolve("boot/System.map-6.1.0"));
      assertThat(files.modules()).contains(root.resolve("lib/modules/6.1.0"));
      assertThat(files.deviceTrees()).contains(root.resolve("usr/lib/linux-image-6.1.0"));
    }
  }

  @Test
  void fedora() throws IOException {
    touch("usr/lib/modules/6.12/vmlinuz", "usr/lib/modules/6.12/config");
    touch("usr/lib/modules/6.12/System.map", "usr/lib/modules/6.12/dtb/a.dtb");
    KernelFiles files = Search.find(root);
    assertThat(files.release()).isEqualTo("6.12");
    Path folder = root.resolve("usr/lib/modules/6.12");
    assertThat(files.config()).contains(folder.resolve("config"));
    assertThat(files.systemMap()).contains(folder.resolve("System.map"));
    assertThat(files.modules()).contains(folder);
    assertThat(files.deviceTrees()).contains(folder.resolve("dtb"));
  }

  @Test
  void imageAlone() throws IOException {
    touch("Image", "System.map", ".config");
    KernelFiles files = Search.find(root.resolve("Image"));
    assertThat(files.release()).isEmpty();
    assertThat(files.config()).contains(root.resolve(".config"));
    assertThat(files.modules()).isEmpty();
    assertThat(files.deviceTrees()).isEmpty();
  }

  @Test
  void severalAndNone() throws IOException {
    assertRefused("no-kernel");
    touch("boot/vmlinuz-1", "boot/vmlinuz-2");
    assertRefused("several-kernels");
    assertThat(Search.find(root.resolve("boot/vmlinuz-2")).release()).isEqualTo("2");
  }

  private void assertRefused(String check) {
    assertThatThrownBy(() -> Search.find(root))
        .isInstanceOfSatisfying(MalformedInput.class, e -> assertThat(e.check()).isEqualTo(check));
  }

  @Test
  void config() {
    String text =
        "# CONFIG_A is not set\nCONFIG_B=m\nCONFIG_C=\"a \\\"b\\\"\"\nCONFIG_D=0x1\nCONFIG_E=n\n";
    assertThat(ConfigFile.parse(text)).isEqualTo(Map.of("B", "m", "C", "a \"b\"", "D", "0x1"));
  }

  @Test
  void builtIns() {
    List<BuiltIn> units =
        BuiltIns.read(
            bytes("kernel/drivers/soc/samsung/exynos-pmu.ko\nkernel/fs/a,b.ko\n"),
            bytes(
                "exynos_pmu.license=GPL\0exynos_pmu.alias=of:x\0exynos_pmu.alias=of:y\0kernel.x=z\0"));
    assertThat(units).extracting(BuiltIn::name).containsExactly("exynos_pmu", "a_b");
    assertThat(units.getFirst().aliases()).containsExactly("of:x", "of:y");
    assertThat(units.getFirst().path()).isEqualTo("drivers/soc/samsung/exynos-pmu");
  }

  private static Bytes bytes(String text) {
    return Bytes.of("test", text.getBytes(StandardCharsets.ISO_8859_1));
  }

  @Test
  void systemMap() {
    assertThat(SystemMap.parse("ffffffffffffffff B The real System.map is elsewhere\n")).isEmpty();
    String line = "ffff800008000000 T _text\n";
    assertThat(SystemMap.parse(line.repeat(1000)))
        .hasSize(1000)
        .allMatch(
            symbol -> symbol.name().equals("_text") && symbol.address() == 0xffff800008000000L);
  }

  private void touch(String... names) throws IOException {
    for (String name : names) {
      Path file = root.resolve(name);
      Files.createDirectories(file.resolveSibling("."));
      Files.createFile(file);
    }
  }
}
