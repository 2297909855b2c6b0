package dev.unprobed.app.fromdtb;

import dev.unprobed.kconfig.eval.Evaluation;
import dev.unprobed.kernel.devicetree.DeviceTree;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds in the sources of a kernel the drivers that it was built without. */
public final class Remedies {
  private final Catalog catalog;
  private final Demand demand;
  private final Choice choice;

  private Remedies(Catalog catalog, Evaluation evaluation) {
    this.catalog = catalog;
    this.demand = new Demand(evaluation);
    this.choice = new Choice(evaluation, true);
  }

  /**
   * A board, and those of its nodes that have no driver.
   *
   * @param paths of the nodes
   */
  public record Ill(DeviceTree board, Set<String> paths) {}

  /**
   * What would serve the nodes, for each board by path of the node.
   *
   * @param catalog of the sources
   * @param evaluation of the configuration that the kernel was built with
   * @param changed of that configuration with other values of some symbols
   */
  public static List<Map<String, Remedy>> of(
      Catalog catalog,
      Evaluation evaluation,
      Function<Map<String, String>, Evaluation> changed,
      List<Ill> boards) {
    Remedies remedies = new Remedies(catalog, evaluation);
    List<Map<String, Remedy>> all = boards.stream().map(remedies::of).toList();
    Map<String, String> wanted = new TreeMap<>();
    all.stream()
        .flatMap(board -> board.values().stream())
        .flatMap(remedy -> remedy.ways().stream())
        .forEach(way ->
            way.values().forEach((symbol, value) -> wanted.merge(symbol, value, Remedies::more)));
    if (wanted.isEmpty()) {
      return all;
    }
    Demand after = new Demand(changed.apply(wanted));
    return all.stream().map(board -> proved(board, after)).toList();
  }

  private static String more(String one, String other) {
    return one.equals("y") ? one : other;
  }

  private static Map<String, Remedy> proved(Map<String, Remedy> board, Demand after) {
    Map<String, Remedy> proved = new LinkedHashMap<>();
    board.forEach((path, remedy) -> {
      List<Remedy.Way> ways =
          remedy.ways().stream().map(way -> way.surviving(survives(way, after))).toList();
      proved.put(path, new Remedy(ways, remedy.remark()));
    });
    return proved;
  }

  /** What somebody selects may be y where m was wanted. */
  private static boolean survives(Remedy.Way way, Demand after) {
    return way.values().entrySet().stream()
        .allMatch(value -> {
          String now = after.current(value.getKey());
          return now.equals(value.getValue()) || (value.getValue().equals("m") && now.equals("y"));
        });
  }

  private Map<String, Remedy> of(Ill board) {
    Map<String, Remedy> remedies = new LinkedHashMap<>();
    for (Need need : Needs.of(BoardNodes.of(board.board()), catalog)) {
      if (board.paths().contains(need.node().path())) {
        remedies.put(need.node().path(), remedy(need));
      }
    }
    return remedies;
  }

  private Remedy remedy(Need need) {
    List<Driven> drivers = choice.of(need);
    List<Remedy.Way> ways =
        drivers.stream().filter(driven -> !driven.before()).map(this::way).distinct().toList();
    return new Remedy(ways, ways.isEmpty() ? remark(need, drivers) : "");
  }

  private Remedy.Way way(Driven driven) {
    Map<String, String> values = new LinkedHashMap<>(driven.values());
    values.entrySet().removeIf(value -> demand.current(value.getKey()).equals(value.getValue()));
    Provider provider = driven.provider();
    boolean module =
        provider.module().holds(name -> values.getOrDefault(name, demand.current(name)));
    return new Remedy.Way(provider.name(), provider.unit().path(), values, module, true);
  }

  private static String remark(Need need, List<Driven> drivers) {
    if (!drivers.isEmpty()) {
      return "the configuration builds " + units(need) + ", which speaks of it";
    }
    if (!need.providers().isEmpty()) {
      return need.providers().stream()
          .map(p -> p.unit().path() + " needs " + p.builtIn())
          .distinct()
          .collect(Collectors.joining("; "));
    }
    if (need.node().amba()) {
      return "a number in the hardware tells its driver";
    }
    return need.mentioned().isEmpty()
        ? "no driver in the sources speaks of it"
        : "no driver; looked for by " + String.join(", ", need.mentioned());
  }

  private static String units(Need need) {
    return need.providers().stream()
        .map(provider -> provider.unit().path())
        .distinct()
        .collect(Collectors.joining(", "));
  }
}
