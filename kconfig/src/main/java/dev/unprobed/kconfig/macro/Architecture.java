package dev.unprobed.kconfig.macro;

import java.util.Map;

/**
 * What the kernel calls architectures: by {@code ARCH}, by the folder in arch/, by the machine's
 * own name.
 */
final class Architecture {
  private static final Map<String, String> FOLDERS =
      Map.of(
          "i386",
          "x86",
          "x86_64",
          "x86",
          "sparc32",
          "sparc",
          "sparc64",
          "sparc",
          "parisc64",
          "parisc",
          "sh64",
          "sh");

  private Architecture() {}

  /** The folder in arch/, which is {@code SRCARCH}. */
  static String sourceFolder(String arch) {
    return FOLDERS.getOrDefault(arch, arch);
  }

  /** The folder whose headers User Mode Linux takes, which is {@code HEADER_ARCH}. */
  static String headers(String subarch) {
    return subarch.equals("x86_64") || subarch.equals("i386") ? "x86" : subarch;
  }

  /** The architecture of this machine, which is {@code SUBARCH}. */
  static String ofMachine() {
    String machine = System.getProperty("os.arch", "");
    return switch (machine) {
      case "amd64", "x86_64", "x86", "i386", "i686" -> "x86";
      case "aarch64" -> "arm64";
      case "ppc", "ppc64", "ppc64le" -> "powerpc";
      case "riscv32", "riscv64" -> "riscv";
      case "s390x" -> "s390";
      case "loongarch64" -> "loongarch";
      default -> machine.startsWith("arm") ? "arm" : machine.startsWith("mips") ? "mips" : machine;
    };
  }
}
