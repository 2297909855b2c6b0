package dev.unprobed.app.fromdtb;

import dev.unprobed.kconfig.eval.Evaluation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The drivers that were chosen for the nodes of all boards. */
public final class BoardDrivers {
  private final Map<Need, List<Driven>> chosen = new LinkedHashMap<>();

  private BoardDrivers() {}

  /**
   * Chooses.
   *
   * @param evaluation of the configuration to build on
   * @param modules whether modules are wanted where there can be some
   */
  public static BoardDrivers choose(List<Need> needs, Evaluation evaluation, boolean modules) {
    BoardDrivers drivers = new BoardDrivers();
    Choice choice = new Choice(evaluation, modules);
    needs.forEach(need -> drivers.chosen.put(need, choice.of(need)));
    return drivers;
  }

  /** All of them, each once. */
  public List<Driven> all() {
    return chosen.values().stream().flatMap(List::stream).distinct().toList();
  }

  /** For each symbol the units that ask for it. */
  public Map<String, List<String>> reasons() {
    Map<String, List<String>> reasons = new LinkedHashMap<>();
    for (Driven driven : all()) {
      String unit = driven.provider().unit().path();
      for (String symbol : driven.values().keySet()) {
        List<String> units = reasons.computeIfAbsent(symbol, _ -> new ArrayList<>());
        if (!units.contains(unit)) {
          units.add(unit);
        }
      }
    }
    return reasons;
  }

  /**
   * What came of each node in a configuration.
   *
   * @param onlyCompiled symbols that no board is given
   */
  public List<Outcome> outcomes(Evaluation evaluation, Set<String> onlyCompiled) {
    Demand demand = new Demand(evaluation);
    return chosen.entrySet().stream()
        .map(entry -> outcome(entry.getKey(), entry.getValue(), demand, onlyCompiled))
        .toList();
  }

  private static Outcome outcome(
      Need need, List<Driven> drivers, Demand demand, Set<String> onlyCompiled) {
    List<Driven> missing = drivers.stream().filter(d -> !built(d.provider(), demand)).toList();
    boolean compiled =
        !missing.isEmpty()
            && missing.stream()
                .allMatch(d -> d.values().keySet().stream().anyMatch(onlyCompiled::contains));
    Outcome.Kind kind = compiled ? Outcome.Kind.COMPILED : kind(need, drivers, missing);
    return new Outcome(need, drivers, missing, kind);
  }

  private static boolean built(Provider provider, Demand demand) {
    return provider.builtIn().holds(demand::current) || provider.module().holds(demand::current);
  }

  private static Outcome.Kind kind(Need need, List<Driven> drivers, List<Driven> missing) {
    if (need.providers().isEmpty()) {
      return need.node().amba()
          ? Outcome.Kind.NUMBERED
          : need.mentioned().isEmpty() ? Outcome.Kind.NONE : Outcome.Kind.MENTIONED;
    }
    if (drivers.isEmpty() || !missing.isEmpty()) {
      return Outcome.Kind.REFUSED;
    }
    return drivers.stream().allMatch(Driven::before) ? Outcome.Kind.BEFORE : Outcome.Kind.BROUGHT;
  }
}
