package dev.unprobed.kernel.source;

import dev.unprobed.kernel.kbuild.BuildPlan;
import dev.unprobed.kernel.kbuild.BuildUnit;
import dev.unprobed.kernel.kbuild.Remark;
import dev.unprobed.kernel.program.Architecture;
import dev.unprobed.kernel.unit.Kernel;
import dev.unprobed.kernel.unit.Linkage;
import dev.unprobed.kernel.unit.Unit;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The kernel that a tree and a configuration would give, without building it. */
public final class SourceKernel {
  private static final Set<String> SWITCH = Set.of("n", "m", "y");

  private SourceKernel() {}

  /**
   * Reads makefiles and sources.
   *
   * @param config values of symbols without CONFIG_ and without quotes; n when absent
   * @param release as in {@link Kernel#release}
   */
  public static Kernel read(
      Path tree, Architecture architecture, Map<String, String> config, String release) {
    // Switches stay open, so that a unit's condition tells which of them it needs.
    Function<String, Optional<String>> fixed =
        symbol -> Optional.ofNullable(config.get(symbol)).filter(v -> !SWITCH.contains(v));
    BuildPlan plan = BuildPlan.read(tree, architecture.kernelName(), fixed);
    UnaryOperator<String> values = symbol -> config.getOrDefault(symbol, "n");
    SourceIndex index =
        SourceIndex.read(tree, plan, unit -> unit.built().holds(values), Optional.of(config));
    List<Unit> units = new ArrayList<>();
    Stream.concat(built(plan, Linkage.BUILT_IN, values), built(plan, Linkage.MODULE, values))
        .forEach(unit -> units.add(unit(index, unit, values)));
    List<String> remarks = new ArrayList<>();
    remarks.add("read from sources: devices that drivers make are not known");
    plan.remarks().stream().map(Remark::toString).forEach(remarks::add);
    return new Kernel(
        tree.toString(), release, architecture, Map.copyOf(config), List.copyOf(units), remarks);
  }

  private static Stream<BuildUnit> built(
      BuildPlan plan, Linkage linkage, UnaryOperator<String> values) {
    return plan.units().stream()
        .filter(
            unit -> (linkage == Linkage.BUILT_IN ? unit.builtIn() : unit.module()).holds(values));
  }

  private static Unit unit(SourceIndex index, BuildUnit unit, UnaryOperator<String> values) {
    Linkage linkage = unit.builtIn().holds(values) ? Linkage.BUILT_IN : Linkage.MODULE;
    return index.unit(unit, linkage, part -> part.guard().holds(values));
  }
}
