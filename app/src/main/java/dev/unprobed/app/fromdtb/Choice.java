package dev.unprobed.app.fromdtb;

import dev.unprobed.kconfig.eval.Evaluation;
import dev.unprobed.kernel.kbuild.Condition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/** Chooses among the providers of a node: of each kind the one that asks for the least. */
final class Choice {
  private final Demand demand;
  private final boolean modules;

  /**
   * @param modules whether modules are wanted where there can be some
   */
  Choice(Evaluation evaluation, boolean modules) {
    this.demand = new Demand(evaluation);
    this.modules = modules;
  }

  List<Driven> of(Need need) {
    Map<String, List<Driven>> byKind = new LinkedHashMap<>();
    for (Provider provider : need.providers()) {
      driven(provider)
          .ifPresent(d -> byKind.computeIfAbsent(provider.kind(), _ -> new ArrayList<>()).add(d));
    }
    return byKind.values().stream().map(this::least).toList();
  }

  private Driven least(List<Driven> same) {
    return same.stream()
        .min(
            Comparator.comparing((Driven driven) -> !driven.before())
                .thenComparingLong(driven -> demand.missing(driven.values())))
        .orElseThrow();
  }

  /** Empty when no values of symbols build it. */
  private Optional<Driven> driven(Provider provider) {
    boolean builtIn = provider.builtIn().holds(demand::current);
    boolean before = builtIn || provider.module().holds(demand::current);
    Condition first = modules && !builtIn ? provider.module() : provider.builtIn();
    Condition second = modules && !builtIn ? provider.builtIn() : provider.module();
    Optional<SequencedMap<String, String>> values = demand.of(first).or(() -> demand.of(second));
    return values.map(found -> new Driven(provider, found, before));
  }
}
