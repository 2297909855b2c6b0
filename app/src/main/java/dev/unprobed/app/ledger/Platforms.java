package dev.unprobed.app.ledger;

import dev.unprobed.kernel.kbuild.BuildPlan;
import dev.unprobed.kernel.kbuild.BuildUnit;
import dev.unprobed.kernel.ledger.Ledger;
import dev.unprobed.kernel.ledger.Owner;
import dev.unprobed.kernel.ledger.Row;
import dev.unprobed.kernel.ledger.View;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * For which platform a unit is in a kernel. It is a platform's when it would be gone if the
 * platform's symbol alone were off, all other lines of the configuration being the same: what the
 * symbol is needed for by dependencies, and what only it selects. Of several platforms that one has
 * it without which the least would be gone.
 */
public final class Platforms {
  private static final String ANY = "(whatever the platform)";
  private static final String SEVERAL = "(any of several platforms)";
  private static final String UNBUILT = "(units that the configuration does not build)";

  private final BuildPlan plan;
  private final Map<BuildUnit, String> names = new HashMap<>();

  private Platforms(BuildPlan plan) {
    this.plan = plan;
  }

  /**
   * A configuration that has some platforms off.
   *
   * @param name of the symbol that is off
   * @param values what symbols have then; n or empty when unset
   */
  public record Without(String name, UnaryOperator<String> values) {}

  /**
   * What comes of switching each platform off.
   *
   * @param values of the configuration as it is
   * @param each with one platform off
   * @param all with all of them off
   */
  public static Platforms of(
      BuildPlan plan, UnaryOperator<String> values, List<Without> each, UnaryOperator<String> all) {
    Platforms platforms = new Platforms(plan);
    List<BuildUnit> built =
        plan.units().stream().filter(unit -> unit.builtIn().holds(values)).toList();
    built.forEach(unit -> platforms.names.put(unit, unit.builtIn().holds(all) ? ANY : SEVERAL));
    Map<String, Set<BuildUnit>> gone = new HashMap<>();
    for (Without without : each) {
      Set<BuildUnit> lost = new HashSet<>(built);
      lost.removeIf(unit -> unit.builtIn().holds(without.values()));
      gone.put(without.name(), lost);
    }
    gone.entrySet().stream()
        .sorted(
            Comparator.comparingInt((Map.Entry<String, Set<BuildUnit>> e) -> -e.getValue().size())
                .thenComparing(Map.Entry::getKey))
        .forEach(e -> e.getValue().forEach(unit -> platforms.names.put(unit, e.getKey())));
    return platforms;
  }

  /** A ledger by platform; what is no unit keeps its own name. */
  public List<Row> view(Ledger ledger) {
    return View.by(ledger, entry -> name(entry.owner()));
  }

  private String name(Owner owner) {
    return View.unit(owner, plan)
        .map(unit -> names.getOrDefault(unit, UNBUILT))
        .orElseGet(() -> View.unlisted(owner));
  }
}
