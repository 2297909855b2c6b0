package dev.unprobed.bench.tree;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The programs that the Kconfig files ask what they can do.
 *
 * @param cc a C compiler whose name ends in {@code gcc}, or another; its binutils have the same
 *     prefix
 */
public record Toolchain(String cc) {

  private static final Map<String, String> PREFIXES =
      Map.ofEntries(
          Map.entry("alpha", "alpha-linux-gnu-"),
          Map.entry("arm", "arm-linux-gnueabihf-"),
          Map.entry("arm64", "aarch64-linux-gnu-"),
          Map.entry("loongarch", "loongarch64-linux-gnu-"),
          Map.entry("m68k", "m68k-linux-gnu-"),
          Map.entry("mips", "mips-linux-gnu-"),
          Map.entry("parisc", "hppa-linux-gnu-"),
          Map.entry("powerpc", "powerpc64le-linux-gnu-"),
          Map.entry("riscv", "riscv64-linux-gnu-"),
          Map.entry("s390", "s390x-linux-gnu-"),
          Map.entry("sh", "sh4-linux-gnu-"),
          Map.entry("sparc", "sparc64-linux-gnu-"));

  /** The architecture's own compiler if it is installed, otherwise the host's. */
  static Toolchain of(Arch arch) {
    String cross = PREFIXES.getOrDefault(arch.folder(), "") + "gcc";
    return new Toolchain(find(cross).isPresent() ? cross : "gcc");
  }

  /** The variables that the kernel's top Makefile exports for its tools. */
  Map<String, String> variables() {
    String prefix = cc.endsWith("gcc") ? cc.substring(0, cc.length() - "gcc".length()) : "";
    SortedMap<String, String> all = new TreeMap<>();
    all.put("CC", cc);
    for (String tool : List.of("LD", "AR", "NM", "OBJCOPY", "OBJDUMP", "READELF", "STRIP")) {
      all.put(tool, prefix + tool.toLowerCase(java.util.Locale.ROOT));
    }
    all.put("HOSTCC", "gcc");
    all.put("HOSTCXX", "g++");
    all.put("RUSTC", "rustc");
    all.put("BINDGEN", "bindgen");
    all.put("PAHOLE", "pahole");
    return all;
  }

  /** What identifies the programs: a change of any of them may change their answers. */
  Map<String, String> identity() throws IOException {
    SortedMap<String, String> all = new TreeMap<>();
    for (Map.Entry<String, String> tool : variables().entrySet()) {
      all.put("identity of " + tool.getKey(), identity(tool.getValue()));
    }
    return all;
  }

  private static String identity(String program) throws IOException {
    Optional<Path> found = find(program);
    return found.isEmpty()
        ? "absent"
        : "%d %s".formatted(Files.size(found.get()), Files.getLastModifiedTime(found.get()));
  }

  private static Optional<Path> find(String program) {
    String path = System.getenv().getOrDefault("PATH", "");
    for (String folder : path.split(File.pathSeparator, -1)) {
      Path file = Path.of(folder, program);
      if (Files.isExecutable(file) && Files.isRegularFile(file)) {
        return Optional.of(file);
      }
    }
    return Optional.empty();
  }
}
