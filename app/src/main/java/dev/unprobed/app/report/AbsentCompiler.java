package dev.unprobed.app.report;

import dev.unprobed.kconfig.macro.Shell;
import java.util.Map;

/**
 * Answers for a machine without any compiler. The tools have names that no program has, so that
 * every question whether one of them can do something is answered as for a tool that cannot. Only
 * the questions are answered here that would end the reading of Kconfig: whether the tools are
 * there, and whether they are new enough.
 */
public final class AbsentCompiler implements Shell {
  private static final String PREFIX = "unprobed-absent-";

  /** What to call the compiler, which gives all tools their prefix. */
  public static final String NAME = PREFIX + "gcc";

  private static final Map<String, String> VERSIONS =
      Map.of(
          "/scripts/cc-version.sh ", "GCC 120200",
          "/scripts/as-version.sh ", "GNU 24000",
          "/scripts/ld-version.sh ", "BFD 24000");

  private final Shell shell;

  /** On top of a shell that runs everything else. */
  public AbsentCompiler(Shell shell) {
    this.shell = shell;
  }

  @Override
  public String run(String command) {
    if (!command.contains(PREFIX)) {
      return shell.run(command);
    }
    if (command.contains("command -v ")) {
      // The macro "failure": n says that it did not fail.
      return "n";
    }
    for (Map.Entry<String, String> version : VERSIONS.entrySet()) {
      if (command.contains(version.getKey())) {
        return version.getValue();
      }
    }
    return shell.run(command);
  }
}
