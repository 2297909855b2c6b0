package dev.unprobed.kconfig.oracle;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.unprobed.kconfig.Generation;
import dev.unprobed.kconfig.source.ByteText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The kernel's own conf of a generation.
 *
 * @param program the executable file
 */
public record RealConf(Path program) {
  private static final Map<Generation, RealConf> KNOWN = new EnumMap<>(Generation.class);

  /**
   * Finds it under {@code -Dunprobed.oracle=FOLDER} as {@code FOLDER/VERSION/conf}, or builds it
   * from Debian's kernel sources. Where neither is possible the test is skipped with a line on the
   * console; but with {@code CI=true} in the environment it fails if Debian has these sources.
   */
  public static synchronized RealConf of(Generation generation) {
    return KNOWN.computeIfAbsent(generation, RealConf::find);
  }

  private static RealConf find(Generation generation) {
    String given = System.getProperty("unprobed.oracle");
    Path program = Path.of(given == null ? "" : given, generation.version(), "conf");
    if (given != null && Files.isExecutable(program)) {
      return new RealConf(program.toAbsolutePath());
    }
    try {
      return new RealConf(ConfBuild.of(generation.version()));
    } catch (IOException e) {
      throw missing(generation, e.getMessage());
    }
  }

  private static RuntimeException missing(Generation generation, @Nullable String reason) {
    String text = "the conf of Linux %s is not here: %s".formatted(generation.version(), reason);
    if ("true".equals(System.getenv("CI")) && buildable(generation)) {
      return fail(text);
    }
    System.out.println("SKIPPED: " + text);
    return abort(text);
  }

  /** Whether Debian has the sources of this generation, so that CI can build it. */
  private static boolean buildable(Generation generation) {
    return generation == Generation.LINUX_6_1 || generation == Generation.LINUX_6_12;
  }

  public Outcome run(Scenario scenario) {
    return run(List.of(scenario)).getFirst();
  }

  /** Runs all of them from one shell, which is quicker. */
  public List<Outcome> run(List<Scenario> scenarios) {
    try (WorkFolder folder = WorkFolder.create()) {
      StringBuilder script = new StringBuilder("ulimit -t 5\nulimit -f 4096\n");
      for (int i = 0; i < scenarios.size(); i++) {
        folder.fill("work" + i, scenarios.get(i).files());
        folder.fill(".", Map.of("in" + i, scenarios.get(i).input()));
        script.append(commands(scenarios.get(i), i));
      }
      folder.fill(".", Map.of("script", script.toString()));
      start(folder.path());
      List<Outcome> outcomes = new ArrayList<>();
      for (int i = 0; i < scenarios.size(); i++) {
        outcomes.add(outcome(folder.path(), i));
      }
      return outcomes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String commands(Scenario scenario, int i) {
    StringBuilder text = new StringBuilder("( cd work").append(i);
    scenario
        .variables()
        .forEach((name, value) ->
            text.append("\nexport ").append(name).append('=').append(quoted(value)));
    text.append("\nexec ").append(quoted(ByteText.encode(program.toString())));
    text.append(" --").append(scenario.target().text());
    if (scenario.target().takesFile()) {
      text.append('=').append(Scenario.DEFCONFIG);
    }
    text.append(" Kconfig\n) <in%1$d >out%1$d 2>err%1$d\necho $? >rc%1$d\n".formatted(i));
    return text.toString();
  }

  private static String quoted(String value) {
    return "'" + value.replace("'", "'\\''") + "'";
  }

  private static void start(Path folder) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder("/bin/sh", "script")
            .directory(folder.toFile())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().clear();
    builder.environment().put("PATH", "/usr/bin:/bin");
    try {
      builder.start().waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  private static Outcome outcome(Path folder, int i) throws IOException {
    return new Outcome(
        Integer.parseInt(WorkFolder.text(folder.resolve("rc" + i)).strip()),
        WorkFolder.text(folder.resolve("out" + i)),
        WorkFolder.text(folder.resolve("err" + i)),
        WorkFolder.read(folder.resolve("work" + i)),
        List.of());
  }
}
