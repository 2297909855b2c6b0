package dev.unprobed.kconfig.dialect;

import dev.unprobed.kconfig.Generation;
import dev.unprobed.kconfig.source.ByteText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The sources of a tree's own conf. A few words in them tell the kernel that they come from, and
 * the project that changed them.
 *
 * @param directory where they are
 */
public record Grammar(Path directory) {
  private static final List<String> DIRECTORIES =
      List.of(
          "scripts/kconfig",
          "support/kconfig",
          "util/kconfig",
          "scripts/config",
          "kconfig",
          "tools/kconfig",
          "xen/tools/kconfig");

  private static final String KCONFIGLIB = "kconfiglib.py";

  /** The one of a tree, absent when it has none. */
  public static @Nullable Grammar in(Path tree) {
    for (String name : DIRECTORIES) {
      Path directory = tree.resolve(name);
      if (Files.exists(directory.resolve("confdata.c"))
          || Files.exists(directory.resolve("lexer.l"))
          || Files.exists(directory.resolve(KCONFIGLIB))) {
        return new Grammar(directory);
      }
    }
    return null;
  }

  /** The project whose changes they have; Linux when they have none. */
  public Dialect dialect() {
    if (there(KCONFIGLIB) && !there("lexer.l")) {
      boolean zephyr = Files.exists(directory.resolve("../../Kconfig.zephyr").normalize());
      return zephyr ? Dialect.ZEPHYR : Dialect.KCONFIGLIB;
    }
    if (has("confdata.c", "BR2_CONFIG")) {
      return Dialect.BUILDROOT;
    }
    if (has("confdata.c", "Busybox version")) {
      return Dialect.BUSYBOX;
    }
    if (has("confdata.c", "strlen(p) - 1] != '\"'")) {
      return Dialect.U_BOOT;
    }
    if (has("confdata.c", "KCONFIG_NEGATIVES")) {
      return Dialect.COREBOOT;
    }
    if (has("lexer.l", "\"reset\"")) {
      return Dialect.OPENWRT;
    }
    if (has("lexer.l", "\"output\"")) {
      return Dialect.KDEVOPS;
    }
    return byNeighbours();
  }

  /** Some take conf as it is, and differ only in what stands around it. */
  private Dialect byNeighbours() {
    if (Files.exists(directory.resolveSibling("ct-ng.in"))) {
      return Dialect.CROSSTOOL_NG;
    }
    Path above = directory.resolve("../..").normalize();
    if (Files.exists(above.resolve("include/barebox.h"))
        || Files.exists(above.resolve("include/barebox-info.h"))) {
      return Dialect.BAREBOX;
    }
    boolean xen = Files.exists(above.resolve("include/public/xen.h"));
    return xen ? Dialect.XEN : Dialect.LINUX;
  }

  /** The rules that they follow. */
  public Generation generation() {
    Dialect dialect = dialect();
    return switch (dialect) {
      case BUILDROOT,
          U_BOOT,
          XEN,
          BUSYBOX,
          OPENWRT,
          COREBOOT,
          KDEVOPS,
          CROSSTOOL_NG,
          ZEPHYR,
          KCONFIGLIB ->
          dialect.generation();
      case LINUX, BAREBOX -> kernel();
    };
  }

  private Generation kernel() {
    if (!there("lexer.l")) {
      return there("preprocess.c") ? Generation.LINUX_4_20 : Generation.LINUX_4_17;
    }
    if (has("lexer.l", "\"option\"")) {
      return withOptions();
    }
    if (has("lexer.l", "\"optional\"") || !has("parser.y", "choice_members")) {
      return withModeChoices();
    }
    if (there("expr.c") && !has("expr.c", "expr_lookup")) {
      return Generation.LINUX_6_11;
    }
    if (!has("lexer.l", "\"transitional\"")) {
      return Generation.LINUX_6_12;
    }
    if (!has("parser.y", "T_DEPENDS T_ON expr if_expr")) {
      return Generation.LINUX_6_18;
    }
    return has("util.c", "repeated inclusion") ? Generation.LINUX_7_1 : Generation.LINUX_7_0;
  }

  private Generation withOptions() {
    if (!has("lexer.l", "\"---help---\"")) {
      return Generation.LINUX_5_10;
    }
    if (!has("symbol.c", "implied.tri == yes")) {
      return Generation.LINUX_5_8;
    }
    boolean settles = has("conf.c", "has_changed |=") || has("confdata.c", "has_changed |=");
    return settles ? Generation.LINUX_5_6 : Generation.LINUX_5_4;
  }

  private Generation withModeChoices() {
    boolean typed = has("symbol.c", ".type = S_TRISTATE");
    if (has("symbol.c", "\"0x0\"")) {
      return typed ? Generation.LINUX_6_10 : Generation.LINUX_6_8;
    }
    if (typed || !there("confdata.c")) {
      return Generation.LINUX_6_1;
    }
    if (has("confdata.c", "KCONFIG_WARN_UNKNOWN_SYMBOLS")) {
      return Generation.LINUX_6_6;
    }
    if (has("confdata.c", "end_check")) {
      return Generation.LINUX_5_18;
    }
    boolean frameless = has("confdata.c", "OUTPUT_N_AS_UNSET");
    return frameless ? Generation.LINUX_5_17 : Generation.LINUX_5_13;
  }

  private boolean there(String file) {
    return Files.exists(directory.resolve(file));
  }

  private boolean has(String file, String words) {
    try {
      return ByteText.of(Files.readAllBytes(directory.resolve(file))).contains(words);
    } catch (IOException _) {
      return false;
    }
  }
}
