package dev.unprobed.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unprobed.prove.sat.Cnf;
import dev.unprobed.prove.sat.Engine;
import dev.unprobed.prove.sat.Limit;
import dev.unprobed.prove.sat.LogicNgSolver;
import dev.unprobed.prove.sat.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A formula that was written is read again, knowing nothing but the format. */
class DimacsJobTest {
  @TempDir Path folder;

  /** What a file says. */
  private record Formula(
      int variables, int clauses, Map<String, Integer> names, List<int[]> lines) {
    static Formula read(Path file) throws IOException {
      int variables = 0;
      int clauses = 0;
      Map<String, Integer> names = new TreeMap<>();
      List<int[]> lines = new ArrayList<>();
      for (String line : Files.readAllLines(file)) {
        int space = line.lastIndexOf(' ');
        if (line.startsWith("p cnf ")) {
          variables = Integer.parseInt(line.substring(6, space));
          clauses = Integer.parseInt(line.substring(space + 1));
        } else if (!line.startsWith("c ")) {
          int[] literals = Arrays.stream(line.split(" ")).mapToInt(Integer::parseInt).toArray();
          assertThat(literals[literals.length - 1]).isZero();
          lines.add(Arrays.copyOf(literals, literals.length - 1));
        } else if (line.matches("c [A-Z0-9_]+(>=[my]|=.*) -?[0-9]+")) {
          names.put(line.substring(2, space), Integer.parseInt(line.substring(space + 1)));
        }
      }
      return new Formula(variables, clauses, names, lines);
    }

    int literal(String name) {
      assertThat(names).containsKey(name);
      return names.getOrDefault(name, 0);
    }

    Verdict solve(int... assumptions) {
      Cnf cnf = new Cnf();
      while (cnf.variables() < variables) {
        cnf.newInput();
      }
      lines.forEach(cnf::add);
      return new Engine(cnf, new LogicNgSolver()).solve(Limit.NONE, assumptions);
    }
  }

  private Formula formula(String... words) throws IOException {
    Path file = folder.resolve("formula.cnf");
    List<String> arguments = new ArrayList<>(List.of("prove", "--tree=../samples/linux"));
    arguments.addAll(List.of("--dimacs", file.toString()));
    arguments.addAll(CommandRun.SAMPLE);
    arguments.addAll(List.of(words));
    CommandRun run = CommandRun.of(arguments);
    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isZero();
    Formula formula = Formula.read(file);
    assertThat(formula.lines).hasSize(formula.clauses);
    assertThat(formula.lines.stream().flatMapToInt(Arrays::stream).map(Math::abs).max())
        .hasValue(formula.variables);
    return formula;
  }

  @Test
  void theWholeTreeIsThere() throws IOException {
    Formula formula = formula();
    List<String> symbols = new ArrayList<>();
    try (var files = Files.walk(Path.of("../samples/linux"))) {
      for (Path file : files.filter(f -> f.endsWith("Kconfig") && !other(f)).toList()) {
        Files.readAllLines(file).stream()
            .filter(line -> line.matches("(menu)?config .*"))
            .forEach(line -> symbols.add(line.substring(line.indexOf(' ') + 1)));
      }
    }
    assertThat(symbols)
        .hasSizeGreaterThan(50)
        .allMatch(symbol ->
            formula.names.keySet().stream()
                .anyMatch(name -> name.equals(symbol + ">=y") || name.startsWith(symbol + "=")));
    int exynos = formula.literal("ARCH_EXYNOS>=y");
    int serial = formula.literal("SERIAL_SAMSUNG>=m");
    int builtIn = formula.literal("SERIAL_SAMSUNG>=y");
    assertThat(formula.solve(exynos, -formula.literal("COMMON_CLK_SAMSUNG>=y")))
        .isEqualTo(Verdict.UNSATISFIABLE);
    assertThat(formula.solve(exynos, -serial)).isEqualTo(Verdict.SATISFIABLE);
    assertThat(formula.solve(serial, -builtIn)).isEqualTo(Verdict.SATISFIABLE);
    assertThat(formula.solve(builtIn, -serial)).isEqualTo(Verdict.UNSATISFIABLE);
    assertThat(formula.solve(formula.literal("LOG_BUF_SHIFT=26"))).isEqualTo(Verdict.UNSATISFIABLE);
    assertThat(formula.solve(formula.literal("LOCALVERSION=\"-sample\"")))
        .isEqualTo(Verdict.SATISFIABLE);
  }

  private static boolean other(Path file) {
    return file.toString().contains("arch/arm/");
  }

  @Test
  void symbolsBringWhatTheyDependOnAndNoMore() throws IOException {
    Formula formula = formula("--when", "ARCH_QCOM && MODULES=n", "--values", "SERIAL_MSM");
    assertThat(formula.names).containsKeys("SERIAL_MSM>=m", "COMPILE_TEST>=y", "MODULES>=y");
    assertThat(formula.names).doesNotContainKey("USB>=y");
    assertThat(formula.solve(-formula.literal("ARCH_QCOM>=y"))).isEqualTo(Verdict.UNSATISFIABLE);
    int m = formula.literal("SERIAL_MSM>=m");
    assertThat(formula.solve(m, -formula.literal("SERIAL_MSM>=y")))
        .isEqualTo(Verdict.UNSATISFIABLE);
    assertThat(formula.solve(m)).isEqualTo(Verdict.SATISFIABLE);
  }
}
