package dev.unprobed.kernel.kbuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Holds a plan against a kernel that somebody has packaged. {@code
 * -Dunprobed.kbuild=TREE:ARCH:CONFIG:MODULES} names the sources, the architecture, the
 * configuration and the folder with modules.builtin.
 */
class RealTreeTest {
  @Test
  void buildsWhatWasBuilt() throws IOException {
    String named = System.getProperty("unprobed.kbuild", "");
    if (named.isEmpty()) {
      System.out.println("skipped: no -Dunprobed.kbuild=TREE:ARCH:CONFIG:MODULES");
    }
    assumeTrue(!named.isEmpty());
    String[] parts = named.split(":", -1);
    Map<String, String> config = config(Path.of(parts[2]));
    Path modules = Path.of(parts[3]);
    BuildPlan plan = BuildPlan.read(Path.of(parts[0]), parts[1]);
    assertThat(paths(plan, config, true)).containsAll(builtIn(modules));
    assertThat(paths(plan, config, false)).isEqualTo(modules(modules));
  }

  private static Set<String> paths(BuildPlan plan, Map<String, String> config, boolean builtIn) {
    return plan.units().stream()
        .filter(unit ->
            (builtIn ? unit.builtIn() : unit.module())
                .holds(symbol -> config.getOrDefault(symbol, "n")))
        .map(BuildUnit::path)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Map<String, String> config(Path file) throws IOException {
    Map<String, String> values = new HashMap<>();
    for (String line : Files.readAllLines(file)) {
      int equals = line.indexOf('=');
      if (line.startsWith("CONFIG_") && equals > 0) {
        values.put(line.substring(7, equals), line.substring(equals + 1).replace("\"", ""));
      }
    }
    return values;
  }

  private static Set<String> builtIn(Path modules) throws IOException {
    return Files.readAllLines(modules.resolve("modules.builtin")).stream()
        .map(line -> line.replaceFirst("^kernel/", "").replaceFirst("\\.ko$", ""))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> modules(Path modules) throws IOException {
    Path kernel = modules.resolve("kernel");
    try (Stream<Path> files = Files.walk(kernel)) {
      return files
          .map(file -> kernel.relativize(file).toString())
          .filter(file -> file.matches(".*\\.ko(\\.xz|\\.zst|\\.gz)?"))
          .map(file -> file.replaceFirst("\\.ko.*$", ""))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }
}
