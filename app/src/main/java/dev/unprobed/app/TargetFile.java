package dev.unprobed.app;

import dev.unprobed.kconfig.source.Diagnostic;
import dev.unprobed.kconfig.source.KconfigException;
import dev.unprobed.kconfig.source.Likeness;
import dev.unprobed.kconfig.target.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A target as make knows it: conf's own, or the name of one of the architecture's default
 * configurations.
 *
 * @param file what the target reads or writes, absent when it takes none
 */
record TargetFile(Target target, @Nullable String file) {
  static TargetFile of(String name, @Nullable String file, Workspace workspace) {
    Target target = Target.of(name);
    if (target == null) {
      return defconfigOf(name, file, workspace);
    }
    if (!target.takesFile() && file != null) {
      throw wrong("target-file", name + " takes no file, but \"" + file + "\" was given", null);
    }
    if (target.takesFile() && file == null) {
      String standard =
          target == Target.SAVEDEFCONFIG ? "defconfig" : DefaultConfiguration.of(workspace);
      return new TargetFile(target, standard);
    }
    return new TargetFile(target, file);
  }

  private static TargetFile defconfigOf(String name, @Nullable String file, Workspace workspace) {
    String path = "arch/" + workspace.sourceArchitecture() + "/configs/" + name;
    Path there = workspace.tree().resolve(path);
    if (file == null && name.endsWith("defconfig") && Files.isRegularFile(there)) {
      return new TargetFile(Target.DEFCONFIG, path);
    }
    if (name.isEmpty()) {
      throw wrong(
          "target", "there is no target to make", "for example: unprobed config olddefconfig");
    }
    String known =
        Arrays.stream(Target.values()).map(Target::text).collect(Collectors.joining(", "));
    throw wrong(
        "target",
        "there is no target \"" + name + "\"",
        likely(name) + "one of " + known + ", or the name of a file in arch/*/configs");
  }

  private static String likely(String name) {
    return Arrays.stream(Target.values())
        .map(Target::text)
        .filter(known -> Likeness.distance(name, known) <= 2)
        .findFirst()
        .map(known -> "did you mean " + known + "? There are: ")
        .orElse("");
  }

  private static KconfigException wrong(String check, String message, @Nullable String hint) {
    return new KconfigException(Diagnostic.ofFile("config", check, message, hint));
  }
}
