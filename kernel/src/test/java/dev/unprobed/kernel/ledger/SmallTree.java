package dev.unprobed.kernel.ledger;

import dev.unprobed.kernel.link.SmallLink;
import dev.unprobed.kernel.tool.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A folder with all that the build of a kernel leaves behind, only smaller. */
final class SmallTree {
  static final String RELINKED = "unprobed/vmlinux.a";

  final Path root;
  final List<String> objects;

  SmallTree(Path root, long seed, int units) throws IOException {
    this.root = root;
    this.objects = SmallLink.compile(root, new Random(seed), units);
    Path script = Files.createDirectories(root.resolve("arch/arm64/kernel")).resolve("vmlinux.lds");
    Files.writeString(script, SmallLink.SCRIPT);
    Files.createDirectories(root.resolve("arch/arm64/boot"));
    Files.writeString(root.resolve(".config"), "CONFIG_ARM64=y\n");
    for (int i = 0; i < units; i++) {
      Files.writeString(
          root.resolve(".unit%d.o.cmd".formatted(i)),
          "cmd_unit%d.o := gcc -DKBUILD_MODFILE='\"drivers/small/unit%d\"' -c\n".formatted(i, i));
    }
    archive(objects);
    link("vmlinux.a");
  }

  private void link(String archive) throws IOException {
    run(
        "aarch64-linux-gnu-ld",
        "--script=arch/arm64/kernel/vmlinux.lds",
        "--build-id=sha1",
        "-Map=link.map",
        "-o",
        "vmlinux",
        "--whole-archive",
        archive);
    run("aarch64-linux-gnu-objcopy", "-O", "binary", "-S", "vmlinux", "arch/arm64/boot/Image");
  }

  /** Writes vmlinux.a anew, with the members in another order. */
  void archive(List<String> members) throws IOException {
    Files.deleteIfExists(root.resolve("vmlinux.a"));
    List<String> arguments = new ArrayList<>(List.of("cDPrST", "vmlinux.a"));
    arguments.addAll(members);
    run("aarch64-linux-gnu-ar", arguments.toArray(String[]::new));
  }

  /** Links as after {@code unprobed reclaim build}: what one object has lies elsewhere. */
  void relink(String moved) throws IOException {
    String rewritten = "unprobed/objects/" + moved;
    Files.createDirectories(root.resolve("unprobed/objects"));
    run(
        "aarch64-linux-gnu-objcopy",
        "--rename-section=.text=.unprobed.text.00001",
        "--rename-section=.rodata=.unprobed.rodata.00001",
        moved,
        rewritten);
    Files.writeString(
        root.resolve("table.S"), ".section .unprobed.text.00000,\"ax\"\n.balign 4096\n .word 0\n");
    run("aarch64-linux-gnu-gcc", "-c", "-o", "unprobed/table.o", "table.S");
    List<String> arguments = new ArrayList<>(List.of("cDPrST", RELINKED, "unprobed/table.o"));
    objects.forEach(object -> arguments.add(object.equals(moved) ? rewritten : object));
    run("aarch64-linux-gnu-ar", arguments.toArray(String[]::new));
    at(0, "vmlinux.a");
    at(1, RELINKED);
    link(RELINKED);
    at(2, "vmlinux");
  }

  /** Sets when a file was written, so that it does not depend on the clock which came first. */
  void at(int second, String file) throws IOException {
    Files.setLastModifiedTime(root.resolve(file), FileTime.fromMillis(1000L * second));
  }

  String run(String program, String... arguments) {
    return Tool.of(program).run(root, arguments);
  }
}
