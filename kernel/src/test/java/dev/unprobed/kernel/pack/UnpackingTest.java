package dev.unprobed.kernel.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unprobed.kernel.bytes.Bytes;
import dev.unprobed.kernel.bytes.MalformedInput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Packages that mean no good. */
class UnpackingTest {
  @TempDir Path directory;

  @Test
  void onlyWhatMattersIsWritten() throws IOException {
    byte[] deb =
        new TarWriter()
            .file("./boot/vmlinuz-1", "image")
            .file("./boot/config-1", "CONFIG_X=y")
            .file("./usr/share/doc/copyright", "text")
            .file("lib/modules/1/kernel/a.ko.xz", "module")
            .link("lib/modules/1/build", '2', "/etc")
            .deb();
    Path cache = unpack(deb);
    assertThat(files(cache))
        .containsExactly("boot/config-1", "boot/vmlinuz-1", "lib/modules/1/kernel/a.ko.xz");
  }

  @ParameterizedTest
  @CsvSource({
    "path-traversal, ../vmlinuz-1",
    "path-traversal, ./boot/../../vmlinuz-1",
    "path-traversal, boot/..",
    "absolute-name, /etc/vmlinuz-1",
  })
  void namesThatLeadOut(String check, String name) throws IOException {
    assertRefused(new TarWriter().file("boot/vmlinuz-0", "x").file(name, "x").deb(), check);
  }

  @Test
  void longNamesThatLeadOut() throws IOException {
    String name = "../".repeat(50) + "vmlinuz-1";
    byte[] bytes = (name + "\0").getBytes(StandardCharsets.UTF_8);
    assertRefused(
        new TarWriter().entry("././@LongLink", 'L', bytes).file("x", "x").deb(), "path-traversal");
    byte[] pax = "20 path=../vmlinuz-1\n".getBytes(StandardCharsets.UTF_8);
    assertRefused(new TarWriter().entry("x", 'x', pax).file("x", "x").deb(), "path-traversal");
  }

  @Test
  void linksAreNotFollowed() throws IOException {
    Path outside = Files.createDirectory(directory.resolve("outside"));
    byte[] deb =
        new TarWriter()
            .link("boot", '2', outside.toString())
            .file("boot/vmlinuz-1", "image")
            .link("boot/config-1", '1', "/etc/passwd")
            .link("lib/modules/1/modules.dep", '3', "")
            .deb();
    assertThat(files(unpack(deb))).containsExactly("boot/vmlinuz-1");
    assertThat(files(outside)).isEmpty();
  }

  @Test
  void sameNameTwice() throws IOException {
    assertRefused(
        new TarWriter().file("boot/vmlinuz-1", "x").file("./boot//vmlinuz-1", "y").deb(),
        "duplicate-name");
    assertRefused(
        new TarWriter().file("boot/vmlinuz-1", "x").file("boot/vmlinuz-1/a.ko", "y").deb(),
        "duplicate-name");
  }

  @Test
  void tooMuch() throws IOException {
    assertRefused(
        new TarWriter().header("boot/vmlinuz-1", '0', 0x1_7777_7777L, "").deb(), "too-large");
    assertRefused(new TarWriter().header("././@LongLink", 'L', 1 << 30, "").deb(), "too-large");
  }

  @Test
  void cutOff() throws IOException {
    byte[] deb = new TarWriter().file("boot/vmlinuz-1", "x".repeat(5000)).deb();
    for (int size = 0; size < deb.length - 1100; size += 97) {
      byte[] half = java.util.Arrays.copyOf(deb, size);
      assertThatThrownBy(() -> unpack(half)).isInstanceOf(MalformedInput.class);
      assertNothingLeft();
    }
  }

  @Test
  void changedAtRandom() throws IOException {
    long seed = Long.getLong("unprobed.seed", 42);
    System.out.println("UnpackingTest: -Dunprobed.seed=" + seed);
    Random random = new Random(seed);
    byte[] good = new TarWriter().file("boot/vmlinuz-1", "x").file("lib/modules/1/a.ko", "y").deb();
    for (int round = 0; round < 300; round++) {
      byte[] bad = good.clone();
      for (int i = 0; i < 1 << random.nextInt(8); i++) {
        bad[random.nextInt(bad.length)] = (byte) random.nextInt();
      }
      Victim.unpack(bad, directory.resolve("cache"));
    }
  }

  private void assertRefused(byte[] deb, String check) throws IOException {
    assertThatThrownBy(() -> unpack(deb))
        .isInstanceOfSatisfying(MalformedInput.class, e -> assertThat(e.check()).isEqualTo(check));
    assertNothingLeft();
  }

  private void assertNothingLeft() throws IOException {
    assertThat(files(directory)).isEmpty();
  }

  private Path unpack(byte[] deb) throws IOException {
    return new PackageCache(directory.resolve("cache")).unpacked(Bytes.of("evil.deb", deb));
  }

  private static List<String> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString())
          .sorted()
          .toList();
    }
  }
}
