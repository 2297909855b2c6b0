package dev.unprobed.kernel.modinfo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.unprobed.kernel.bytes.Bytes;
import dev.unprobed.kernel.bytes.MalformedInput;
import dev.unprobed.kernel.elf.ElfFile;
import dev.unprobed.kernel.tool.Tool;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModinfoTest {
  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(strings = {"aarch64-linux-gnu-gcc", "arm-linux-gnueabihf-gcc"})
  void sameAsModinfo(String compiler) throws IOException {
    StringBuilder source = new StringBuilder();
    List<String> texts =
        List.of(
            "license=GPL",
            "alias=of:N*T*Cvendor,one=two*",
            "depends=a,b",
            "alias=x",
            "description=");
    for (int i = 0; i < texts.size(); i++) {
      source.append(
          "static const char t%d[] __attribute__((section(\".modinfo\"), used)) = \"%s\";\n"
              .formatted(i, texts.get(i)));
    }
    Files.writeString(directory.resolve("m.c"), source);
    Tool.of(compiler).run(directory, "-c", "-o", "m.ko", "m.c");
    Modinfo ours = Modinfo.of(ElfFile.read(Bytes.of(directory.resolve("m.ko"))));
    assertThat(texts(ours)).containsExactlyInAnyOrderElementsOf(texts);
    assertThat(texts(ours))
        .containsExactlyElementsOf(
            Tool.of("modinfo").run(directory, "-0", "./m.ko").transform(ModinfoTest::listed));
    assertThat(ours.aliases()).containsExactlyInAnyOrder("of:N*T*Cvendor,one=two*", "x");
    assertThat(ours.depends()).containsExactly("a", "b");
  }

  @Test
  void builtIn() {
    Map<String, Modinfo> found =
        Modinfo.of(bytes("a.license=GPL\0b.file=drivers/b\0\0a.alias=i2c:x.y\0none\0")).byModule();
    assertThat(found.keySet()).containsExactly("a", "b", "");
    assertThat(texts(found.getOrDefault("a", new Modinfo(List.of()))))
        .containsExactly("license=GPL", "alias=i2c:x.y");
  }

  @Test
  void truncated() {
    assertThatExceptionOfType(MalformedInput.class)
        .isThrownBy(() -> Modinfo.of(bytes("license=GPL\0alias")))
        .satisfies(e -> assertThat(e.offset()).isEqualTo(12));
  }

  @Test
  void lists() {
    assertThat(
            ModuleLists.installed(bytes("kernel/a/b-c.ko\n\nkernel/kernel/d.ko.xz\nupdates/e.ko")))
        .containsExactly("a/b-c", "kernel/d", "updates/e");
    assertThat(ModuleLists.built(bytes("kernel/configs.o\na/b.ko\n")))
        .containsExactly("kernel/configs", "a/b");
    assertThat(ModuleLists.depends(bytes("kernel/a.ko: kernel/b.ko kernel/c.ko\nkernel/b.ko:\n")))
        .isEqualTo(Map.of("a", List.of("b", "c"), "b", List.of()));
    assertThat(ModuleLists.aliases(bytes("# c\nalias of:N*T*Cx a_b\nalias fs-y y\n")))
        .containsExactly(
            new ModuleLists.Alias("of:N*T*Cx", "a_b"), new ModuleLists.Alias("fs-y", "y"));
    assertThat(ModuleLists.name("a/b-c")).isEqualTo("b_c");
  }

  /** modinfo puts the file's name first, which is not in the file. */
  private static List<String> listed(String output) {
    return List.of(output.split("\0")).stream()
        .filter(text -> !text.startsWith("filename:"))
        .toList();
  }

  private static List<String> texts(Modinfo modinfo) {
    return modinfo.entries().stream().map(e -> e.key() + "=" + e.value()).toList();
  }

  private static Bytes bytes(String text) {
    return Bytes.of("test", text.getBytes(StandardCharsets.ISO_8859_1));
  }
}
