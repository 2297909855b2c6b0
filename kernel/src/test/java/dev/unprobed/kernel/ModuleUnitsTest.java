package dev.unprobed.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unprobed.kernel.driver.Findings;
import dev.unprobed.kernel.pack.ModuleFile;
import dev.unprobed.kernel.program.Architecture;
import dev.unprobed.kernel.tool.Tool;
import dev.unprobed.kernel.unit.Linkage;
import dev.unprobed.kernel.unit.Unit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Modules of a package, some of them broken. */
class ModuleUnitsTest {
  private static final String SOURCE =
      """
      #define INFO(name, text) \\
        static const char name[] __attribute__((section(".modinfo"), used, aligned(1))) = text
      INFO(a, "alias=of:N*T*Cacme,thing");
      INFO(b, "depends=other-one,missing");
      int init_module(void) { return 0; }
      """;

  @TempDir Path directory;

  @Test
  void brokenOnesAreRemarks() throws IOException {
    compile("good");
    compile("packed");
    Tool.of("xz").run(directory, "packed.ko");
    Files.write(directory.resolve("cut.ko"), head(directory.resolve("good.ko"), 300));
    Files.writeString(directory.resolve("text.ko"), "this is no module");
    Files.write(directory.resolve("cut.ko.xz"), head(directory.resolve("packed.ko.xz"), 200));
    ModuleUnits.Read read =
        ModuleUnits.read(
            List.of(
                file("good", "good.ko"),
                file("drivers/a/packed-one", "packed.ko.xz"),
                file("cut", "cut.ko"),
                file("text", "text.ko"),
                file("cut2", "cut.ko.xz"),
                file("absent", "absent.ko")),
            Architecture.ARM64,
            Findings.NONE);
    assertThat(read.units()).extracting(Unit::path).containsExactly("good", "drivers/a/packed-one");
    Unit unit = read.units().getLast();
    assertThat(unit.name()).isEqualTo("packed_one");
    assertThat(unit.linkage()).isEqualTo(Linkage.MODULE);
    assertThat(unit.aliases()).containsExactly("of:N*T*Cacme,thing");
    assertThat(unit.depends()).containsExactlyInAnyOrder("other_one", "missing");
    assertThat(read.remarks()).hasSize(4);
    assertThat(read.remarks().getFirst()).startsWith("absent: ");
  }

  private ModuleFile file(String path, String name) {
    return new ModuleFile(path, directory.resolve(name));
  }

  private void compile(String name) throws IOException {
    Path source = Files.writeString(directory.resolve("a.c"), SOURCE);
    Tool.of("aarch64-linux-gnu-gcc").run(directory, "-c", "-o", name + ".ko", source.toString());
  }

  private static byte[] head(Path file, int size) throws IOException {
    return java.util.Arrays.copyOf(Files.readAllBytes(file), size);
  }
}
