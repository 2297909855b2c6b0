package dev.unprobed.kconfig.dialect;

import dev.unprobed.kconfig.Generation;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A project that is configured with the Kconfig language: what its Makefiles and its conf have
 * agreed upon beside the language itself, which is a matter of the {@link Generation}.
 */
public enum Dialect {
  /** The Linux kernel, and every project that does as it does. */
  LINUX("linux", Generation.LINUX_7_1, "Kconfig"),
  U_BOOT("u-boot", Generation.U_BOOT, "Kconfig", Map.of("SRCARCH", "..")),
  BUILDROOT("buildroot", Generation.BUILDROOT, "Config.in", Map.of("CONFIG_", "")),
  BUSYBOX("busybox", Generation.BUSYBOX, "Config.in"),
  COREBOOT("coreboot", Generation.COREBOOT, "src/Kconfig"),
  BAREBOX("barebox", Generation.LINUX_5_13, "Kconfig"),
  CROSSTOOL_NG(
      "crosstool-ng", Generation.CROSSTOOL_NG, "config/config.in", Map.of("CONFIG_", "CT_")),
  XEN("xen", Generation.XEN, "Kconfig"),
  KDEVOPS("kdevops", Generation.KDEVOPS, "Kconfig"),
  OPENWRT("openwrt", Generation.OPENWRT, "Config.in"),
  ZEPHYR("zephyr", Generation.KCONFIGLIB, "Kconfig"),
  /** Any other tree that is read by a Kconfiglib of its own. */
  KCONFIGLIB("kconfiglib", Generation.KCONFIGLIB, "Kconfig");

  private final String text;
  private final Generation generation;
  private final String mainFile;

  @SuppressWarnings("ImmutableEnumChecker") // a copy that nobody can change
  private final Map<String, String> variables;

  Dialect(String text, Generation generation, String mainFile) {
    this(text, generation, mainFile, Map.of());
  }

  /**
   * @param variables what conf is given, or has built in, when the environment does not say
   */
  Dialect(String text, Generation generation, String mainFile, Map<String, String> variables) {
    this.text = text;
    this.generation = generation;
    this.mainFile = mainFile;
    this.variables = variables;
  }

  /** The name of the project, as {@code --generation} takes it. */
  public String text() {
    return text;
  }

  /** The rules of the project's own conf; for Linux those of the newest one. */
  public Generation generation() {
    return generation;
  }

  /** The first Kconfig file, relative to the top of the tree. */
  public String mainFile() {
    return mainFile;
  }

  /** Whether the kernel's Makefile says what the environment is. */
  public boolean kernelEnvironment() {
    return this == LINUX;
  }

  /** The environment as this project's conf sees it: variables that it knows by other names too. */
  public Map<String, String> environment(Map<String, String> given) {
    Map<String, String> complete = new LinkedHashMap<>(given);
    variables.forEach(complete::putIfAbsent);
    if (this == ZEPHYR && given.containsKey("srctree")) {
      complete.putIfAbsent("ZEPHYR_BASE", given.get("srctree"));
    }
    if (this == BUILDROOT) {
      complete.put("KCONFIG_CONFIG", given.getOrDefault("BR2_CONFIG", ".config"));
    }
    if (this == BUSYBOX) {
      complete.put("CONFIG_", "CONFIG_");
      complete.put("KCONFIG_CONFIG", ".config");
    }
    return complete;
  }
}
