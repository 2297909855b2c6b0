package dev.unprobed.app.fromdtb;

import dev.unprobed.kernel.unit.Provision;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds for each node of a board who in the tree could drive it. */
public final class Needs {
  private static final Map<Provision, String> NAMED =
      Map.of(Provision.I2C_ADAPTER, "i2c", Provision.SPI_CONTROLLER, "spi");

  private final Catalog catalog;
  private final Map<String, Need> byPath = new HashMap<>();

  private Needs(Catalog catalog) {
    this.catalog = catalog;
  }

  /**
   * The needs of one board.
   *
   * @param nodes those above come first
   */
  public static List<Need> of(List<BoardNode> nodes, Catalog catalog) {
    Needs needs = new Needs(catalog);
    List<Need> all = new ArrayList<>();
    for (BoardNode node : nodes) {
      Need need = needs.of(node);
      needs.byPath.put(node.path(), need);
      all.add(need);
    }
    return all;
  }

  /** The most specific compatible that anybody knows decides, as in the kernel. */
  private Need of(BoardNode node) {
    for (String compatible : node.compatible()) {
      List<Provider> providers = catalog.compatible(compatible);
      providers = providers.isEmpty() ? named(node, compatible) : providers;
      if (!providers.isEmpty()) {
        return new Need(node, compatible, reachable(node, providers), List.of());
      }
    }
    List<Provider> providers =
        node.periphid() >= 0 ? catalog.amba(node.periphid()) : List.<Provider>of();
    if (!providers.isEmpty()) {
      return new Need(node, node.compatible().getFirst(), providers, List.of());
    }
    List<String> mentioned =
        node.compatible().stream().flatMap(c -> catalog.mentioned(c).stream()).distinct().toList();
    return new Need(node, "", providers, mentioned);
  }

  /** Of drivers for several buses those for the bus that the node is on. */
  private List<Provider> reachable(BoardNode node, List<Provider> providers) {
    Set<String> here = buses(node);
    List<Provider> fit =
        providers.stream()
            .filter(p -> here.contains(p.kind()) || !NAMED.containsValue(p.kind()))
            .toList();
    boolean onSuchBus = fit.stream().anyMatch(p -> here.contains(p.kind()));
    List<Provider> narrow =
        fit.stream().filter(p -> !onSuchBus || p.declaration() || here.contains(p.kind())).toList();
    return narrow.isEmpty() ? providers : narrow;
  }

  /** Those that the node above can bring. */
  private Set<String> buses(BoardNode node) {
    Set<String> buses = new HashSet<>();
    Need above = byPath.get(node.parent());
    if (above != null) {
      for (Provider controller : above.providers()) {
        for (Provision provision : controller.provisions()) {
          buses.add(NAMED.getOrDefault(provision, ""));
        }
      }
    }
    return buses;
  }

  /** Buses that match by the compatible without its vendor (of_modalias_node()). */
  private List<Provider> named(BoardNode node, String compatible) {
    String name = compatible.substring(compatible.indexOf(',') + 1);
    for (String bus : buses(node)) {
      List<Provider> providers = catalog.named(bus, name);
      if (!providers.isEmpty()) {
        return providers;
      }
    }
    return List.of();
  }
}
