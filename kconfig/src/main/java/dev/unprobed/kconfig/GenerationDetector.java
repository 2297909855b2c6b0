package dev.unprobed.kconfig;

import dev.unprobed.kconfig.dialect.Dialect;
import dev.unprobed.kconfig.dialect.Grammar;
import dev.unprobed.kconfig.source.ByteText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Tells from a tree whose rules its own conf follows: by the words of its sources, because vendors
 * and distributions carry changes back into kernels of other versions; without them by the version
 * in the Makefile.
 */
public final class GenerationDetector {
  private GenerationDetector() {}

  /**
   * Whose tree it is, and which rules its conf follows.
   *
   * @param generation need not be that of the dialect: a project moves to newer rules
   */
  public record Found(Dialect dialect, Generation generation) {}

  /** The generation of a tree; the newest one when nothing tells. */
  public static Generation detect(Path tree) {
    return find(tree).generation();
  }

  /** The project and the generation of a tree; Linux and the newest one when nothing tells. */
  public static Found find(Path tree) {
    Grammar grammar = Grammar.in(tree);
    if (grammar == null) {
      Generation generation = byVersion(text(tree.resolve("Makefile")));
      return new Found(Dialect.LINUX, generation);
    }
    return new Found(grammar.dialect(), grammar.generation());
  }

  private static Generation byVersion(@Nullable String makefile) {
    int version = makefile == null ? -1 : number(makefile, "VERSION = ");
    if (version < 0 || makefile == null) {
      return Generation.LINUX_7_1;
    }
    int level = version * 100 + Math.clamp(number(makefile, "PATCHLEVEL = "), 0, 99);
    // Stable kernels have the corrections that came later.
    return level >= 601 && level < 608 ? Generation.LINUX_6_1 : Generation.ofKernel(level);
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
