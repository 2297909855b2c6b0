package dev.unprobed.kconfig.macro;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The compilers that distributions and the kernel's own toolchains call by convention. */
public final class CrossCompilers {
  private static final Map<String, List<String>> PREFIXES =
      Map.ofEntries(
          Map.entry("alpha", List.of("alpha-linux-gnu-", "alpha-linux-")),
          Map.entry("arc", List.of("arc-linux-gnu-", "arc-linux-", "arceb-linux-")),
          Map.entry(
              "arm",
              List.of(
                  "arm-linux-gnueabihf-",
                  "arm-linux-gnueabi-",
                  "arm-none-linux-gnueabihf-",
                  "arm-none-eabi-")),
          Map.entry(
              "arm64", List.of("aarch64-linux-gnu-", "aarch64-none-linux-gnu-", "aarch64-linux-")),
          Map.entry("csky", List.of("csky-linux-gnuabiv2-", "csky-linux-")),
          Map.entry("hexagon", List.of("hexagon-linux-")),
          Map.entry(
              "loongarch",
              List.of(
                  "loongarch64-linux-gnu-",
                  "loongarch64-linux-",
                  "loongarch64-unknown-linux-gnu-")),
          Map.entry("m68k", List.of("m68k-linux-gnu-", "m68k-linux-")),
          Map.entry(
              "microblaze",
              List.of("microblaze-linux-gnu-", "microblaze-linux-", "microblazeel-linux-")),
          Map.entry(
              "mips",
              List.of(
                  "mips-linux-gnu-", "mipsel-linux-gnu-", "mips64-linux-gnuabi64-", "mips-linux-")),
          Map.entry("nios2", List.of("nios2-linux-gnu-", "nios2-linux-")),
          Map.entry("openrisc", List.of("or1k-linux-gnu-", "or1k-linux-", "or1k-elf-")),
          Map.entry("parisc", List.of("hppa-linux-gnu-", "hppa-linux-")),
          Map.entry("parisc64", List.of("hppa64-linux-gnu-", "hppa64-linux-")),
          Map.entry(
              "powerpc",
              List.of("powerpc64le-linux-gnu-", "powerpc64-linux-gnu-", "powerpc-linux-gnu-")),
          Map.entry("riscv", List.of("riscv64-linux-gnu-", "riscv64-linux-", "riscv32-linux-")),
          Map.entry("s390", List.of("s390x-linux-gnu-", "s390-linux-")),
          Map.entry("sh", List.of("sh4-linux-gnu-", "sh4-linux-", "sh-linux-gnu-")),
          Map.entry("sparc", List.of("sparc64-linux-gnu-", "sparc-linux-gnu-", "sparc64-linux-")),
          Map.entry("x86", List.of("x86_64-linux-gnu-", "x86_64-linux-")),
          Map.entry("xtensa", List.of("xtensa-linux-gnu-", "xtensa-linux-", "xtensa-lx60-elf-")));

  private CrossCompilers() {}

  /**
   * The gcc for an architecture that is installed on the search path: {@code gcc} itself where it
   * is native, a cross compiler by its usual name elsewhere; absent when there is none.
   *
   * @param arch as in {@code make ARCH=}
   * @param process the environment, for its PATH
   */
  public static @Nullable String crossCompilerFor(String arch, Map<String, String> process) {
    World world = new World(Path.of("").toAbsolutePath(), process);
    String folder = Architecture.sourceFolder(arch);
    boolean hosted = arch.equals("um") || folder.equals(Architecture.ofMachine());
    if (hosted && isInstalled("gcc", world)) {
      return "gcc";
    }
    List<String> prefixes = PREFIXES.getOrDefault(arch, PREFIXES.getOrDefault(folder, List.of()));
    for (String prefix : prefixes) {
      if (isInstalled(prefix + "gcc", world)) {
        return prefix + "gcc";
      }
    }
    return null;
  }

  private static boolean isInstalled(String program, World world) {
    return !world.state(Subject.program(program)).equals(FileIdentity.ABSENT);
  }
}
