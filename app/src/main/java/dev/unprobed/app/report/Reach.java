package dev.unprobed.app.report;

import dev.unprobed.app.diff.Turning;
import dev.unprobed.kconfig.eval.Evaluation;
import dev.unprobed.kconfig.eval.Tristate;
import dev.unprobed.kconfig.source.ByteText;
import dev.unprobed.kconfig.tree.Expr;
import dev.unprobed.kconfig.tree.ExprPrinter;
import dev.unprobed.kconfig.tree.Property;
import dev.unprobed.kconfig.tree.Symbol;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Finds what a platform's symbol turns on: what it selects and implies, what that selects in turn,
 * and what has a default that holds because of any of these.
 */
final class Reach {
  private final Symbol platform;
  private final Evaluation on;
  private final Evaluation off;
  private final Turning turning;
  private final Map<Symbol, List<Way>> ways = new LinkedHashMap<>();
  private final Map<Symbol, List<String>> paths = new HashMap<>();
  private final Deque<Symbol> fresh = new ArrayDeque<>();

  /**
   * @param on the configuration
   * @param off the same without the platform
   */
  Reach(Symbol platform, Evaluation on, Evaluation off) {
    this.platform = platform;
    this.on = on;
    this.off = off;
    this.turning = new Turning(off, on);
  }

  /** The bools and tristates that are reached, each by at least one way, the most direct first. */
  Map<Symbol, List<Way>> ways() {
    paths.put(platform, List.of());
    direct();
    named();
    do {
      spread();
    } while (held());
    ways.values().forEach(list -> list.sort(java.util.Comparator.comparing(Way::kind)));
    return ways;
  }

  private void direct() {
    for (Property property : platform.properties()) {
      boolean select = property.kind() == Property.Kind.SELECT;
      if (select || property.kind() == Property.Kind.IMPLY) {
        Symbol target = Objects.requireNonNull(property.valueSymbol());
        Way.Kind kind = select ? Way.Kind.SELECT : Way.Kind.IMPLY;
        add(
            target,
            new Way(kind, strength(property) > 0, text(property), where(property), List.of()));
      }
    }
  }

  /** Defaults that name the platform, whether they have an effect or not. */
  private void named() {
    for (Symbol symbol : on.tree().symbols()) {
      for (Property line : defaults(symbol)) {
        boolean named =
            Mention.positive(line.value(), platform)
                || Mention.positive(line.ownCondition(), platform) && !isNo(line);
        if (named) {
          boolean acts =
              on.activeProperty(symbol, Property.Kind.DEFAULT) == line && value(on, line) > 0;
          add(symbol, new Way(Way.Kind.DEFAULT, acts, text(line), where(line), List.of()));
        }
      }
    }
  }

  /** What is selected by what was reached since the last time. */
  private void spread() {
    while (!fresh.isEmpty()) {
      Symbol from = fresh.remove();
      List<String> path = Objects.requireNonNull(paths.get(from));
      for (Property property : from.properties()) {
        if (property.kind() == Property.Kind.SELECT && strength(property) > 0) {
          Symbol target = Objects.requireNonNull(property.valueSymbol());
          List<String> through = new ArrayList<>(path);
          through.add(name(from));
          add(
              target,
              new Way(Way.Kind.SELECT_THROUGH, true, text(property), where(property), through));
        }
      }
    }
  }

  /** Defaults that hold because of what was reached; false when there are no more. */
  private boolean held() {
    boolean found = false;
    for (Symbol symbol : on.tree().symbols()) {
      Property line = symbol.choice() ? null : on.activeProperty(symbol, Property.Kind.DEFAULT);
      if (line != null && !has(symbol, line) && value(on, line) > standard(symbol)) {
        Set<Symbol> causes = turning.causes(line.condition(), line.value());
        if (!causes.isEmpty() && paths.keySet().containsAll(causes)) {
          found |= add(symbol, whileOn(line, causes));
        }
      }
    }
    return found;
  }

  private Way whileOn(Property line, Set<Symbol> causes) {
    List<String> through =
        causes.contains(platform) ? List.of() : causes.stream().map(Reach::name).toList();
    return new Way(Way.Kind.DEFAULT_WHILE_ON, true, text(line), where(line), through);
  }

  private boolean has(Symbol symbol, Property line) {
    return ways.getOrDefault(symbol, List.of()).stream()
        .anyMatch(way -> way.text().equals(text(line)) && way.where().equals(where(line)));
  }

  private int standard(Symbol symbol) {
    Property line = off.activeProperty(symbol, Property.Kind.DEFAULT);
    return line == null ? Tristate.N : value(off, line);
  }

  private boolean add(Symbol target, Way way) {
    if (target == platform || !target.defined() || !target.type().logical() || target.choice()) {
      return false;
    }
    ways.computeIfAbsent(target, any -> new ArrayList<>()).add(way);
    if (way.acts() && !paths.containsKey(target)) {
      paths.put(target, way.through());
      fresh.add(target);
    }
    return true;
  }

  private int strength(Property line) {
    Symbol selector = Objects.requireNonNull(line.node().symbol());
    return Math.min(on.logicalValue(selector), on.value(line.condition()));
  }

  private static int value(Evaluation evaluation, Property line) {
    return Math.min(evaluation.value(line.value()), evaluation.value(line.condition()));
  }

  private boolean isNo(Property line) {
    return line.valueSymbol() == on.tree().no();
  }

  private static List<Property> defaults(Symbol symbol) {
    boolean counts = symbol.type().logical() && !symbol.choice() && !symbol.constant();
    return !counts
        ? List.of()
        : symbol.properties().stream()
            .filter(property -> property.kind() == Property.Kind.DEFAULT)
            .toList();
  }

  /** The line as it was read. */
  private static String text(Property line) {
    Expr condition = line.ownCondition();
    String value = line.value() == null ? "" : ExprPrinter.plain(line.value());
    String text = line.kind().text() + " " + value;
    return ByteText.readable(
        condition == null ? text : text + " if " + ExprPrinter.plain(condition));
  }

  private static String where(Property line) {
    return ByteText.readable(line.location().toString());
  }

  private static String name(Symbol symbol) {
    return ByteText.readable(symbol.displayName());
  }
}
