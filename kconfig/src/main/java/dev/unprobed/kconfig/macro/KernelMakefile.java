package dev.unprobed.kconfig.macro;

import dev.unprobed.kconfig.source.ByteText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is to be known from the top Makefile of a kernel tree. A tree without one, as in a test,
 * knows nothing.
 */
final class KernelMakefile {
  private final String text;

  private KernelMakefile(String text) {
    this.text = text;
  }

  static KernelMakefile of(Path tree) {
    try {
      return new KernelMakefile("\n" + ByteText.of(Files.readAllBytes(tree.resolve("Makefile"))));
    } catch (IOException e) {
      return new KernelMakefile("");
    }
  }

  /** The numbers that make up the version and are exported one by one. */
  Map<String, String> numbers() {
    Map<String, String> numbers = new LinkedHashMap<>();
    for (String name : List.of("VERSION", "PATCHLEVEL", "SUBLEVEL")) {
      String value = value(name);
      if (!value.isEmpty()) {
        numbers.put(name, value);
      }
    }
    return numbers;
  }

  /** Such as {@code 6.12.0-rc1}; empty when the Makefile has none. */
  String version() {
    return String.join(".", numbers().values()) + value("EXTRAVERSION");
  }

  /** Whether the Makefile gives a value to the variable. */
  boolean sets(String name) {
    return text.contains("\n" + name + " = ") || text.contains("\n" + name + " := ");
  }

  /** Whether the Makefile gives a value to the variable and exports it in one line. */
  boolean exports(String name) {
    return text.contains("\nexport " + name + " := ");
  }

  private String value(String name) {
    int start = text.indexOf("\n" + name + " =");
    if (start < 0) {
      return "";
    }
    int from = start + name.length() + 3;
    int end = text.indexOf('\n', from);
    return text.substring(from, end < 0 ? text.length() : end).strip();
  }
}
