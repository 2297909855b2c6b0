package dev.unprobed.kernel.tree;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unprobed.kernel.tool.Tool;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder as Kbuild leaves it, with archives by ar. */
class BuildTreeTest {
  @TempDir Path root;

  @BeforeEach
  void build() throws IOException {
    write(".config", "CONFIG_A=y\nCONFIG_B=m\n# CONFIG_C is not set\nCONFIG_T=\"a \\\"b\\\"\"\n");
    write("include/config/kernel.release", "6.1.0-test\n");
    write("include/generated/autoconf.h", "");
    object("init/main.o", "-DKBUILD_MODFILE='\"init/main\"' -DKBUILD_MODNAME='\"main\"'");
    object("drivers/x/x-core.o", "-DKBUILD_MODFILE='\"drivers/x/x-y\"' -DKBUILD_MODNAME='\"x_y\"'");
    object("drivers/x/x-more.o", "-DKBUILD_MODFILE='\"drivers/x/x-y drivers/x/z\"'");
    object("drivers/x/entry.o", "-D__ASSEMBLY__");
    object("lib/sort.o", "-DKBUILD_MODFILE='\"lib/sort\"'");
    ar("init/built-in.a", "init/main.o");
    ar("drivers/x/built-in.a", "drivers/x/x-core.o", "drivers/x/entry.o", "drivers/x/x-more.o");
    ar("drivers/built-in.a", "drivers/x/built-in.a");
    Tool.of("ar").run(root, "crs", "lib/lib.a", "lib/sort.o");
    write("modules.order", "drivers/x/m-1.ko\ndrivers/x/gone.ko\n../../outside.ko\n");
    write("drivers/x/m-1.ko", "");
  }

  @Test
  void wholeBuild() throws IOException {
    ar("vmlinux.a", "init/built-in.a", "drivers/built-in.a", "lib/lib.a");
    BuildTree tree = BuildTree.read(root);
    assertThat(units(tree.builtIn()))
        .containsExactly(
            "main init/main [init/main.o]",
            "x_y drivers/x/x-y [drivers/x/x-core.o, drivers/x/x-more.o]",
            "entry drivers/x/entry [drivers/x/entry.o]",
            "sort lib/sort [lib/lib.a(sort.o)]");
    assertThat(tree.builtIn().getLast().objects().getFirst().open().copy())
        .isEqualTo("lib/sort.o".getBytes(StandardCharsets.ISO_8859_1));
    assertThat(units(tree.modules())).containsExactly("m_1 drivers/x/m-1 [drivers/x/m-1.ko]");
    assertThat(tree.release()).isEqualTo("6.1.0-test");
    assertThat(tree.config()).isEqualTo(Map.of("A", "y", "B", "m", "T", "a \"b\""));
    assertThat(tree.remarks())
        .containsExactly("drivers/x/gone.ko is missing", "../../outside.ko is missing");
    assertThat(BuildTree.isTree(root)).isTrue();
    assertThat(BuildTree.isTree(root.resolve("init"))).isFalse();
  }

  @Test
  void buildThatDidNotEnd() throws IOException {
    BuildTree tree = BuildTree.read(root);
    assertThat(tree.builtIn())
        .map(TreeUnit::path)
        .containsExactly("init/main", "drivers/x/x-y", "drivers/x/entry");
    assertThat(tree.remarks().getFirst()).contains("the build did not end");
  }

  @Test
  void archivesThatNameEachOtherAndTheWorld() throws IOException {
    write("secret.o", "");
    Path inner = Files.createDirectories(root.resolve("inner"));
    Files.move(root.resolve(".config"), inner.resolve(".config"));
    write("inner/a.o", "");
    ar("inner/vmlinux.a", "inner/a.o", "secret.o");
    BuildTree tree = BuildTree.read(inner);
    assertThat(tree.builtIn()).map(TreeUnit::path).containsExactly("a");
    assertThat(tree.remarks()).anyMatch(r -> r.contains("names ../secret.o elsewhere"));
  }

  private void object(String path, String options) throws IOException {
    write(path, path);
    Path file = root.resolve(path);
    Files.writeString(
        file.resolveSibling("." + file.getFileName() + ".cmd"),
        "cmd_" + path + " := gcc " + options + " -c -o " + path + "\n\nsource_" + path + " := x\n");
  }

  private void ar(String... archiveAndMembers) {
    String[] arguments = new String[archiveAndMembers.length + 1];
    arguments[0] = "cDPrST";
    System.arraycopy(archiveAndMembers, 0, arguments, 1, archiveAndMembers.length);
    Tool.of("ar").run(root, arguments);
  }

  private void write(String path, String text) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(Objects.requireNonNull(file.getParent()));
    Files.writeString(file, text);
  }

  private static List<String> units(List<TreeUnit> units) {
    return units.stream()
        .map(u ->
            u.name() + " " + u.path() + " " + u.objects().stream().map(TreeObject::path).toList())
        .toList();
  }
}
