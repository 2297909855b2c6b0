package dev.unprobed.kconfig.random;

import dev.unprobed.kconfig.oracle.Scenario;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/** Takes lines and variables away from an input for as long as a test still fails on it. */
final class Shrinker {
  private final Predicate<Scenario> fails;
  private Scenario smallest;

  private Shrinker(Scenario scenario, Predicate<Scenario> fails) {
    this.smallest = scenario;
    this.fails = fails;
  }

  static Scenario shrink(Scenario scenario, Predicate<Scenario> fails) {
    Shrinker shrinker = new Shrinker(scenario, fails);
    Scenario before;
    do {
      before = shrinker.smallest;
      shrinker.round();
    } while (!before.equals(shrinker.smallest));
    return shrinker.smallest;
  }

  private void round() {
    for (String variable : List.copyOf(smallest.variables().keySet())) {
      Scenario without = smallest.without(variable);
      if (!variable.equals("KCONFIG_SEED") && fails.test(without)) {
        smallest = without;
      }
    }
    for (String file : List.copyOf(smallest.files().keySet())) {
      shrinkFile(file);
    }
  }

  private void shrinkFile(String file) {
    List<String> lines = lines(java.util.Objects.requireNonNull(smallest.files().get(file)));
    for (int size = Math.max(1, lines.size() / 2); size > 0; size /= 2) {
      for (int at = 0; at + size <= lines.size(); ) {
        List<String> fewer = new ArrayList<>(lines);
        fewer.subList(at, at + size).clear();
        Scenario smaller = smallest.file(file, String.join("", fewer));
        if (fails.test(smaller)) {
          smallest = smaller;
          lines = fewer;
        } else {
          at++;
        }
      }
    }
  }

  /** The lines with their ends. */
  private static List<String> lines(String text) {
    return new ArrayList<>(Arrays.asList(text.split("(?<=\n)")));
  }
}
