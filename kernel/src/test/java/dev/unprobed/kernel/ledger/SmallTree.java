package dev.unprobed.kernel.ledger;

import dev.unprobed.kernel.link.SmallLink;
import dev.unprobed.kernel.tool.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A folder with all that the build of a kernel leaves behind, only smaller. */
final class SmallTree {
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
    run(
        "aarch64-linux-gnu-ld",
        "--script=arch/arm64/kernel/vmlinux.lds",
        "--build-id=sha1",
        "-Map=link.map",
        "-o",
        "vmlinux",
        "--whole-archive",
        "vmlinux.a");
    run("aarch64-linux-gnu-objcopy", "-O", "binary", "-S", "vmlinux", "arch/arm64/boot/Image");
  }

  /** Writes vmlinux.a anew, with the members in another order. */
  void archive(List<String> members) throws IOException {
    Files.deleteIfExists(root.resolve("vmlinux.a"));
    List<String> arguments = new ArrayList<>(List.of("cDPrST", "vmlinux.a"));
    arguments.addAll(members);
    run("aarch64-linux-gnu-ar", arguments.toArray(String[]::new));
  }

  String run(String program, String... arguments) {
    return Tool.of(program).run(root, arguments);
  }
}
