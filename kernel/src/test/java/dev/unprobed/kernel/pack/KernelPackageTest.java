package dev.unprobed.kernel.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unprobed.kernel.bytes.MalformedInput;
import dev.unprobed.kernel.image.ImageWriter;
import dev.unprobed.kernel.program.Architecture;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A small package in each of the forms in which it can be given. */
class KernelPackageTest {
  @TempDir Path directory;

  private Path tree = Path.of("");

  @BeforeEach
  void tree() throws IOException {
    tree = directory.resolve("tree");
    write("boot/vmlinuz-1", ImageWriter.arm64());
    write("boot/config-1", "CONFIG_MODULES=y\n".getBytes(UTF_8));
    write("boot/System.map-1", "ffffffffffffffff B elsewhere\n".getBytes(UTF_8));
    write("lib/modules/1/kernel/drivers/b.ko", new byte[] {2});
    write("lib/modules/1/kernel/drivers/a-a.ko.xz", new byte[] {1});
    write("lib/modules/1/updates/c.ko", new byte[] {3});
    write("lib/modules/1/modules.builtin", "kernel/drivers/d.ko\n".getBytes(UTF_8));
    write("lib/modules/1/modules.builtin.modinfo", "d.alias=x\0".getBytes(UTF_8));
    write("usr/lib/linux-image-1/vendor/board.dtb", new byte[] {4});
  }

  private static final Charset UTF_8 = StandardCharsets.UTF_8;

  @Test
  void folder() throws IOException {
    assertWhole(KernelPackage.open(tree, directory.resolve("cache")));
    assertThat(directory.resolve("cache")).doesNotExist();
  }

  @Test
  void deb() throws IOException {
    TarWriter tar = new TarWriter();
    try (var all = Files.walk(tree)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        tar.entry("./" + tree.relativize(file), '0', Files.readAllBytes(file));
      }
    }
    Path deb = Files.write(directory.resolve("a.deb"), tar.deb());
    assertWhole(KernelPackage.open(deb, directory.resolve("cache")));
    assertWhole(KernelPackage.open(deb, directory.resolve("cache")));
  }

  /** Not of the folder that it was unpacked to. */
  @Test
  void faultsAreToldOfThePackage() throws IOException {
    Path deb = directory.resolve("a.deb");
    Files.write(deb, new TarWriter().file("boot/vmlinuz-1", "x").deb());
    assertRefused(deb, deb + "(boot/vmlinuz-1)");
    Files.write(deb, new TarWriter().file("boot/config-1", "x").deb());
    assertRefused(deb, deb.toString());
  }

  private void assertRefused(Path deb, String path) {
    assertThatExceptionOfType(MalformedInput.class)
        .isThrownBy(() -> KernelPackage.open(deb, directory.resolve("cache")))
        .satisfies(e -> assertThat(e.path()).isEqualTo(path));
  }

  private static void assertWhole(KernelPackage kernel) throws IOException {
    assertThat(kernel.release()).isEqualTo("1");
    assertThat(kernel.config()).isEqualTo(Map.of("MODULES", "y"));
    assertThat(kernel.hasSystemMap()).isFalse();
    assertThat(kernel.image().architecture()).isEqualTo(Architecture.ARM64);
    assertThat(kernel.image().named("function_of_1")).hasSize(1);
    assertThat(kernel.modules())
        .extracting(ModuleFile::path)
        .containsExactly("drivers/a-a", "drivers/b", "updates/c");
    assertThat(kernel.modules().getFirst().name()).isEqualTo("a_a");
    assertThat(kernel.modules().getLast().bytes().copy()).isEqualTo(new byte[] {3});
    assertThat(kernel.deviceTrees())
        .extracting(DeviceTreeFile::name)
        .containsExactly("vendor/board.dtb");
    assertThat(kernel.builtIns()).extracting(BuiltIn::path).containsExactly("drivers/d");
    assertThat(kernel.builtIns().getFirst().aliases()).containsExactly("x");
  }

  @Test
  void imageAlone() throws IOException {
    Path image = Files.write(directory.resolve("Image"), ImageWriter.arm64());
    KernelPackage kernel = KernelPackage.open(image, directory.resolve("cache"));
    assertThat(kernel.release()).isEqualTo(ImageWriter.RELEASE);
    assertThat(kernel.config()).isEqualTo(Map.of("EMBEDDED", "y"));
    assertThat(kernel.modules()).isEmpty();
    assertThat(kernel.deviceTrees()).isEmpty();
    assertThat(kernel.builtIns()).isEmpty();
  }

  @Test
  void nothing() {
    assertThatThrownBy(() -> KernelPackage.open(directory.resolve("nowhere"), directory))
        .isInstanceOf(NoSuchFileException.class);
  }

  private void write(String name, byte[] content) throws IOException {
    Path file = tree.resolve(name);
    Files.createDirectories(file.resolveSibling("."));
    Files.write(file, content);
  }
}
