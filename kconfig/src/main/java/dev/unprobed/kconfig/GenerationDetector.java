package dev.unprobed.kconfig;

import dev.unprobed.kconfig.source.ByteText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Tells from a tree whose rules its own conf follows: by the words of its grammar, because vendors
 * and distributions carry changes back into kernels of other versions; without a grammar by the
 * version in the Makefile.
 */
public final class GenerationDetector {
  private GenerationDetector() {}

  /** The generation of a tree; the newest one when nothing tells. */
  public static Generation detect(Path tree) {
    Path grammar = tree.resolve("scripts/kconfig");
    String lexer = text(grammar.resolve("lexer.l"));
    String parser = text(grammar.resolve("parser.y"));
    if (lexer == null || parser == null) {
      return byVersion(text(tree.resolve("Makefile")));
    }
    if (lexer.contains("\"optional\"") || !parser.contains("choice_members")) {
      return Generation.LINUX_6_1;
    }
    if (!lexer.contains("\"transitional\"")) {
      return Generation.LINUX_6_12;
    }
    if (!parser.contains("T_DEPENDS T_ON expr if_expr")) {
      return Generation.LINUX_6_18;
    }
    String util = text(grammar.resolve("util.c"));
    boolean once = util != null && util.contains("repeated inclusion");
    return once ? Generation.LINUX_7_1 : Generation.LINUX_7_0;
  }

  private static Generation byVersion(@Nullable String makefile) {
    int version = makefile == null ? -1 : number(makefile, "VERSION = ");
    if (version < 0 || makefile == null) {
      return Generation.LINUX_7_1;
    }
    int level = Math.max(number(makefile, "PATCHLEVEL = "), 0);
    if (version < 6 || version == 6 && level < 10) {
      return Generation.LINUX_6_1;
    }
    if (version > 6) {
      return version == 7 && level == 0 ? Generation.LINUX_7_0 : Generation.LINUX_7_1;
    }
    return level < 18 ? Generation.LINUX_6_12 : Generation.LINUX_6_18;
  }

  private static int number(String makefile, String assignment) {
    int at = makefile.indexOf("\n" + assignment);
    if (at < 0 && makefile.startsWith(assignment)) {
      at = -1;
    } else if (at < 0) {
      return -1;
    }
    int start = at + 1 + assignment.length();
    int end = start;
    while (end < makefile.length() && Character.isDigit(makefile.charAt(end))) {
      end++;
    }
    return end == start || end - start > 4 ? -1 : Integer.parseInt(makefile.substring(start, end));
  }

  private static @Nullable String text(Path path) {
    try {
      return ByteText.of(Files.readAllBytes(path));
    } catch (IOException _) {
      return null;
    }
  }
}
