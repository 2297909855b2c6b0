package dev.unprobed.kernel.pack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unprobed.kernel.bytes.Bytes;
import dev.unprobed.kernel.tool.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Packages as dpkg-deb makes them, against what dpkg-deb takes out of them. */
class DpkgDebTest {
  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(strings = {"xz", "zstd", "gzip", "none"})
  void sameFiles(String compression) throws IOException {
    Tool dpkg = Tool.of("dpkg-deb");
    Path tree = tree();
    dpkg.run(directory, "--root-owner-group", "-Z" + compression, "-b", tree.toString(), "a.deb");
    dpkg.run(directory, "-x", "a.deb", "theirs");
    Bytes deb = Bytes.of("a.deb", Files.readAllBytes(directory.resolve("a.deb")));
    Path ours = new PackageCache(directory.resolve("cache")).unpacked(deb);
    assertThat(contents(ours)).isEqualTo(contents(directory.resolve("theirs"))).hasSize(6);
    assertThat(new PackageCache(directory.resolve("cache")).unpacked(deb)).isEqualTo(ours);
  }

  private Path tree() throws IOException {
    Path tree = directory.resolve("tree");
    write(
        tree.resolve("DEBIAN/control"),
        "Package: a\nVersion: 1\nArchitecture: all\nMaintainer: b <c@d>\nDescription: e\n");
    Random random = new Random(3);
    byte[] image = new byte[3_000_000];
    random.nextBytes(image);
    Files.createDirectories(tree.resolve("boot"));
    Files.write(tree.resolve("boot/vmlinuz-1"), image);
    write(tree.resolve("boot/config-1"), "CONFIG_A=y\n");
    write(tree.resolve("lib/modules/1/modules.builtin"), "");
    write(tree.resolve("lib/modules/1/kernel/a.ko"), "module");
    // longer than the header of an archive has place for
    String folder = "lib/modules/1/kernel/" + "deep/".repeat(30) + "n".repeat(120) + ".ko";
    write(tree.resolve(folder), "module");
    write(tree.resolve("usr/lib/linux-image-1/vendor/board.dtb"), "tree");
    return tree;
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.resolveSibling("."));
    Files.writeString(file, text);
  }

  private static Map<String, String> contents(Path folder) throws IOException {
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        contents.put(
            folder.relativize(file).toString(),
            java.util.HexFormat.of().formatHex(Files.readAllBytes(file)).hashCode()
                + " "
                + Files.size(file));
      }
    }
    return contents;
  }
}
