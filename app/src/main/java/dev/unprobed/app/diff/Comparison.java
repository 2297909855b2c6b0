package dev.unprobed.app.diff;

import dev.unprobed.kconfig.tree.Symbol;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares two configurations, of one tree or of two. */
public final class Comparison {
  private final Side a;
  private final Side b;
  private final Map<String, Pair> pairs = new LinkedHashMap<>();
  private final Set<String> changed = new LinkedHashSet<>();

  private Comparison(Side a, Side b) {
    this.a = a;
    this.b = b;
  }

  /** How {@code b} differs from {@code a}. */
  public static Differences of(Side a, Side b) {
    return of(a, b, List.of());
  }

  /**
   * How {@code b} differs from {@code a}.
   *
   * @param unknown symbols that a file sets and its tree does not have
   */
  public static Differences of(Side a, Side b, List<String> unknown) {
    return new Comparison(a, b).differences(unknown);
  }

  private Differences differences(List<String> unknown) {
    collect();
    Reasons reasons = new Reasons(a, b, new Blame(a, b, changed));
    Map<String, Reason> graph = new LinkedHashMap<>();
    changed.forEach(key -> graph.put(key, reasons.of(Objects.requireNonNull(pairs.get(key)))));
    Changes changes = new Changes(a, b, graph);
    List<Group> groups = new Grouping(graph).groups(this::listed, changes);
    return new Differences(
        a.name(),
        b.name(),
        a.tree() != b.tree(),
        same(),
        groups,
        onlyOn(false, changes),
        onlyOn(true, changes),
        Renames.of(pairs.values()),
        unknown);
  }

  private void collect() {
    Map<String, Symbol> left = symbols(a);
    Map<String, Symbol> right = symbols(b);
    Set<String> keys = new LinkedHashSet<>(right.keySet());
    keys.addAll(left.keySet());
    for (String key : keys) {
      Pair pair = new Pair(key, left.get(key), right.get(key));
      pairs.put(key, pair);
      if (comparable(pair) && !value(a, pair.a(), pair).equals(value(b, pair.b(), pair))) {
        changed.add(key);
      }
    }
  }

  private static Map<String, Symbol> symbols(Side side) {
    Map<String, Symbol> symbols = new LinkedHashMap<>();
    for (Symbol symbol : side.tree().symbols()) {
      if (!symbol.constant() && Side.counts(symbol) && !symbol.transitional()) {
        symbols.put(Pair.key(symbol), symbol);
      }
    }
    return symbols;
  }

  /**
   * A choice has a value of its own up to 6.9 only; of two kinds of choices nothing can be told.
   */
  private boolean comparable(Pair pair) {
    boolean choice = pair.any().choice();
    return !choice || byPriority(a) == byPriority(b) && pair.onBothSides();
  }

  private static boolean byPriority(Side side) {
    return side.tree().generation().choicesByPriority();
  }

  /** What is not defined is off. */
  private static String value(Side side, @Nullable Symbol symbol, Pair pair) {
    String absent = pair.any().type().logical() ? "n" : "";
    return symbol == null ? absent : side.text(symbol);
  }

  private boolean listed(String key) {
    return !Objects.requireNonNull(pairs.get(key)).any().choice();
  }

  private int same() {
    return (int)
        pairs.values().stream()
            .filter(pair -> pair.onBothSides() && !pair.any().choice())
            .filter(pair -> !changed.contains(pair.key()))
            .count();
  }

  /** The names of symbols that only one side has, and that are off there. */
  private List<String> onlyOn(boolean sideA, Changes changes) {
    List<String> names = new ArrayList<>();
    for (Pair pair : pairs.values()) {
      boolean only = (sideA ? pair.b() : pair.a()) == null;
      if (only && !pair.any().choice() && !changed.contains(pair.key())) {
        names.add(changes.readable(pair.key()));
      }
    }
    names.sort(null);
    return names;
  }
}
