package dev.unprobed.prove.model;

import dev.unprobed.kconfig.Generation;
import dev.unprobed.kconfig.explain.World;
import dev.unprobed.kconfig.oracle.ManyRuns;
import dev.unprobed.kconfig.oracle.RealConf;
import dev.unprobed.kconfig.random.Scenarios;
import dev.unprobed.kconfig.source.Diagnostic;
import dev.unprobed.kconfig.source.KconfigException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/**
 * Holds the solutions of the formulas of small random trees against what conf makes of every file
 * that a user can write.
 */
final class SmallTrees {
  private static final int MOST_FILES = 1000;

  /** As waitpid() has it. */
  private static final int SEGMENTATION_FAULT = 11;

  private final Generation generation;
  private final RealConf conf;
  private final SmallTreesTally tally;

  SmallTrees(Generation generation) {
    this.generation = generation;
    conf = RealConf.of(generation);
    tally = new SmallTreesTally(generation.version());
  }

  /** Does so for trees of these seeds. */
  SmallTreesTally of(long first, int count) {
    for (long seed = first; seed < first + count; seed++) {
      Map<String, String> files = Scenarios.small(seed, generation);
      try (ManyRuns runs = ManyRuns.of(conf, files)) {
        compare(seed, files, runs);
        tally.ran(runs.runs());
      }
    }
    return tally;
  }

  private void compare(long seed, Map<String, String> files, ManyRuns runs) {
    AllConfigurations all;
    try {
      all = new AllConfigurations(World.of(generation, files, ""));
    } catch (KconfigException e) {
      refused(seed, e, runs);
      return;
    }
    all.typeMore(new Random(seed));
    Optional<List<String>> configs = all.files(MOST_FILES);
    if (configs.isEmpty()) {
      tally.tooLarge();
      return;
    }
    List<Integer> failures = new ArrayList<>();
    Set<String> found =
        AllConfigurations.byTrying(configs.get(), some -> olddefconfig(some, runs, failures));
    if (failures.contains(SEGMENTATION_FAULT)) {
      tally.confCrashes(seed);
      return;
    }
    if (!failures.isEmpty()) {
      tally.differs(seed, "conf ends with status %d".formatted(failures.getFirst()));
      return;
    }
    Set<String> ranged = new TreeSet<>(found);
    ranged.removeIf(config -> !all.ranged(config) && !all.has(config));
    tally.leftOut(found.size() - ranged.size());
    Set<String> missing = new TreeSet<>(ranged);
    missing.removeIf(all::has);
    ranged.removeIf(config -> !all.named(config));
    Set<String> solutions = all.byFormula();
    tally.compared(String.join("\n", files.values()), found.size());
    missing.addAll(minus(ranged, solutions));
    tell(seed, "the formula does not have this configuration of conf", missing);
    tell(seed, "conf changes this solution of the formula", minus(solutions, found));
  }

  private static List<String> olddefconfig(
      List<String> configs, ManyRuns runs, List<Integer> failures) {
    List<String> results = new ArrayList<>();
    for (ManyRuns.Result result : runs.olddefconfig(configs)) {
      if (result.status() != 0) {
        failures.add(result.status());
      }
      results.add(result.config());
    }
    return results;
  }

  /** conf has to refuse the tree as well, unless it is our formula that would not be exact. */
  private void refused(long seed, KconfigException reason, ManyRuns runs) {
    Diagnostic why = reason.diagnostics().getFirst();
    if (why.check().equals("not-modelled")) {
      tally.notModelled();
    } else if (runs.olddefconfig(List.of("")).getFirst().status() == 0) {
      tally.differs(seed, "conf accepts what is refused here: " + why.message());
    } else {
      tally.refusedByBoth();
    }
  }

  private void tell(long seed, String what, Set<String> configs) {
    if (!configs.isEmpty()) {
      tally.differs(seed, what + ":\n" + configs.iterator().next());
    }
  }

  private static Set<String> minus(Set<String> some, Set<String> others) {
    Set<String> rest = new TreeSet<>(some);
    rest.removeAll(others);
    return rest;
  }
}
