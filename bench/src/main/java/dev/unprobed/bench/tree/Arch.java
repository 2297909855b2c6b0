package dev.unprobed.bench.tree;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * One value of ARCH. Some folders under {@code arch/} serve several, such as i386 and x86_64, that
 * differ in what their Kconfig files offer.
 *
 * @param name how the benchmark calls it, unique within a tree
 * @param arch the value of ARCH
 * @param folder the value of SRCARCH
 * @param variables more that kbuild sets for it
 * @param defconfigs which of the folder's defconfigs are meant for it
 */
public record Arch(
    String name,
    String arch,
    String folder,
    Map<String, String> variables,
    Predicate<String> defconfigs) {

  /** All of them, in alphabetic order of their folders. */
  public static List<Arch> in(KernelTree tree) throws IOException {
    List<Arch> all = new ArrayList<>();
    for (Path folder : tree.list("arch")) {
      if (Files.isRegularFile(folder.resolve("Kconfig"))) {
        all.addAll(of(String.valueOf(folder.getFileName())));
      }
    }
    return all;
  }

  private static List<Arch> of(String folder) {
    return switch (folder) {
      case "x86" ->
          List.of(
              variant("x86", folder, name -> false),
              variant("i386", folder, name -> name.equals("i386_defconfig")),
              variant("x86_64", folder, name -> name.equals("x86_64_defconfig")));
      case "sparc" ->
          List.of(
              variant("sparc", folder, name -> false),
              variant("sparc32", folder, name -> name.contains("32")),
              variant("sparc64", folder, name -> !name.contains("32")));
      case "parisc" ->
          List.of(
              variant("parisc", folder, name -> !name.contains("64")),
              variant("parisc64", folder, name -> name.contains("64")));
      case "um" -> List.of(userMode("um", "x86"), userMode("um-i386", "i386"));
      default -> List.of(variant(folder, folder, name -> true));
    };
  }

  private static Arch variant(String arch, String folder, Predicate<String> defconfigs) {
    return new Arch(arch, arch, folder, Map.of(), defconfigs);
  }

  private static Arch userMode(String name, String subarch) {
    return new Arch(
        name,
        "um",
        "um",
        Map.of("SUBARCH", subarch, "HEADER_ARCH", "x86"),
        file -> file.startsWith("i386") == subarch.equals("i386"));
  }

  /** Its defconfigs, as kbuild names them: {@code arch/arm64/configs/defconfig}. */
  public List<String> defconfigs(KernelTree tree) throws IOException {
    Path configs = tree.folder().resolve("arch").resolve(folder).resolve("configs");
    if (!Files.isDirectory(configs)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(configs)) {
      return files
          .filter(file -> file.toString().endsWith("defconfig") && Files.isRegularFile(file))
          .filter(file -> defconfigs.test(String.valueOf(file.getFileName())))
          .map(file -> tree.folder().relativize(file).toString())
          .sorted()
          .toList();
    }
  }
}
