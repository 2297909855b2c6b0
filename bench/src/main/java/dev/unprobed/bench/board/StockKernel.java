package dev.unprobed.bench.board;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A kernel that boots: unpacked from a package, or a build tree.
 *
 * @param architecture Debian's name of it
 * @param folder the package or the build tree
 * @param image what QEMU's {@code -kernel} is given
 * @param deviceTrees the folder of them
 * @param modules {@code lib/modules/RELEASE}; absent if the kernel has none
 */
public record StockKernel(
    String architecture, Path folder, Path image, Path deviceTrees, Optional<Path> modules) {

  private static final List<String> IMAGES = List.of("Image", "zImage");

  static StockKernel unpacked(String architecture, Path folder) throws IOException {
    return new StockKernel(
        architecture,
        folder,
        only(folder.resolve("boot"), "vmlinuz-"),
        only(folder.resolve("usr/lib"), "linux-image-"),
        Optional.of(only(folder.resolve("lib/modules"), "")));
  }

  static StockKernel built(String architecture, Path tree) throws IOException {
    Path boot = tree.resolve("arch").resolve(folderOf(architecture)).resolve("boot");
    for (String name : IMAGES) {
      if (Files.isRegularFile(boot.resolve(name))) {
        return new StockKernel(
            architecture, tree, boot.resolve(name), boot.resolve("dts"), Optional.empty());
      }
    }
    throw new NoSuchFileException("%s: neither of %s".formatted(boot, IMAGES));
  }

  private static String folderOf(String architecture) {
    return architecture.equals("armhf") ? "arm" : architecture;
  }

  private static Path only(Path folder, String prefix) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith(prefix))
          .findFirst()
          .orElseThrow(() -> new NoSuchFileException(folder + "/" + prefix + "*"));
    }
  }

  /** The emulator of this architecture. */
  String emulator() {
    return architecture.equals("armhf") ? "qemu-system-arm" : "qemu-system-aarch64";
  }
}
