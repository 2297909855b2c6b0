package dev.unprobed.kconfig.macro;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names of the compiler and its companions, as the top Makefile chooses them: GNU tools with
 * the prefix {@code CROSS_COMPILE}, or those of LLVM when {@code LLVM} is set.
 *
 * @param names the variable of each tool and its program
 */
record Toolset(Map<String, String> names) {
  private static final List<String> COMPANIONS =
      List.of("AR", "NM", "OBJCOPY", "OBJDUMP", "READELF", "STRIP");
  private static final Pattern CROSS_GCC =
      Pattern.compile("(?:.*\\s)?(\\S*-)(?:gcc|cc)(?:-[0-9.]+)?");

  /** The tools for the variables CC, CROSS_COMPILE and LLVM in {@code variables}. */
  static Toolset of(Map<String, String> variables) {
    String llvm = variables.getOrDefault("LLVM", "");
    Map<String, String> names = new LinkedHashMap<>();
    if (llvm.isEmpty()) {
      addGnu(names, variables);
    } else {
      addLlvm(names, llvm.endsWith("/") ? llvm : "", llvm.startsWith("-") ? llvm : "");
    }
    return new Toolset(names);
  }

  private static void addGnu(Map<String, String> names, Map<String, String> variables) {
    String prefix = variables.getOrDefault("CROSS_COMPILE", "");
    if (prefix.isEmpty()) {
      prefix = prefixOf(variables.getOrDefault("CC", ""));
      if (!prefix.isEmpty()) {
        names.put("CROSS_COMPILE", prefix);
      }
    }
    names.put("HOSTCC", "gcc");
    names.put("HOSTCXX", "g++");
    names.put("CC", prefix + "gcc");
    names.put("LD", prefix + "ld");
    for (String tool : COMPANIONS) {
      names.put(tool, prefix + tool.toLowerCase(Locale.ROOT));
    }
  }

  private static void addLlvm(Map<String, String> names, String prefix, String suffix) {
    names.put("HOSTCC", prefix + "clang" + suffix);
    names.put("HOSTCXX", prefix + "clang++" + suffix);
    names.put("CC", prefix + "clang" + suffix);
    names.put("LD", prefix + "ld.lld" + suffix);
    for (String tool : COMPANIONS) {
      names.put(tool, prefix + "llvm-" + tool.toLowerCase(Locale.ROOT) + suffix);
    }
  }

  /**
   * Such as {@code aarch64-linux-gnu-} of {@code ccache aarch64-linux-gnu-gcc-12}; empty when it
   * has none.
   */
  static String prefixOf(String cc) {
    Matcher cross = CROSS_GCC.matcher(cc.strip());
    return cross.matches() ? cross.group(1) : "";
  }
}
