package dev.unprobed.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the configuration that {@code make defconfig} starts from: KBUILD_DEFCONFIG of the
 * architecture's Makefile.
 */
final class DefaultConfiguration {
  private static final Pattern ASSIGNMENT =
      Pattern.compile(
          "(?m)^\\s*(?:export\\s+)?KBUILD_DEFCONFIG\\s*[:?]?=\\s*([A-Za-z0-9_.-]+)\\s*$");

  private DefaultConfiguration() {}

  /** The path relative to the tree. */
  static String of(Workspace workspace) {
    String source = workspace.sourceArchitecture();
    String given = workspace.environment().get("KBUILD_DEFCONFIG");
    String name = given != null ? given : name(workspace, source);
    return "arch/" + source + "/configs/" + name;
  }

  private static String name(Workspace workspace, String source) {
    Path configs = workspace.tree().resolve("arch/" + source + "/configs");
    String own = workspace.environment().getOrDefault("ARCH", source) + "_defconfig";
    String assigned = assigned(workspace.tree().resolve("arch/" + source + "/Makefile"));
    if (!own.equals(source + "_defconfig") && Files.exists(configs.resolve(own))) {
      return own;
    }
    if (assigned != null && Files.exists(configs.resolve(assigned))) {
      return assigned;
    }
    return Files.exists(configs.resolve("defconfig")) ? "defconfig" : own;
  }

  private static @org.jspecify.annotations.Nullable String assigned(Path makefile) {
    try {
      Matcher matcher = ASSIGNMENT.matcher(Files.readString(makefile, StandardCharsets.ISO_8859_1));
      return matcher.find() ? matcher.group(1) : null;
    } catch (IOException _) {
      return null;
    }
  }
}
