package dev.unprobed.app;

import dev.unprobed.app.repair.ValueChange;
import dev.unprobed.kconfig.source.ByteText;
import dev.unprobed.kconfig.tree.Symbol;
import dev.unprobed.prove.model.Model;
import dev.unprobed.prove.repair.Impact;
import dev.unprobed.prove.repair.Platform;
import dev.unprobed.prove.sat.Limit;
import dev.unprobed.prove.value.Configurations;
import dev.unprobed.prove.value.Possible;
import dev.unprobed.prove.value.Sightings;
import dev.unprobed.prove.value.Survey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Compares what symbols can be in a tree and in a changed copy of it.
 *
 * <p>Almost all that occurs in one occurs in the other, too, and what occurs on a platform occurs
 * at all. So of the four surveys that this takes only the first one begins with nothing.
 */
final class ValueComparison {
  private final Side before;
  private final Side after;
  private final List<Impact.Affected> affected;
  private final Platform platform;
  private final Limit limit;

  /**
   * What differs.
   *
   * @param complete whether all was decided in time; what was not is not among the changes
   */
  record Result(List<ValueChange> changes, boolean complete) {}

  /** One tree, the symbols that are compared, and what is known of it. */
  private record Side(ConfiguredTree tree, List<Symbol> symbols, Sightings known) {
    static Side of(ConfiguredTree tree, Stream<@Nullable Symbol> symbols) {
      return new Side(tree, symbols.filter(Objects::nonNull).toList(), new Sightings());
    }
  }

  /**
   * @param affected the symbols that may differ
   */
  ValueComparison(
      ConfiguredTree tree,
      ConfiguredTree changed,
      List<Impact.Affected> affected,
      Platform platform,
      Limit limit) {
    before = Side.of(tree, affected.stream().map(Impact.Affected::before));
    after = Side.of(changed, affected.stream().map(Impact.Affected::after));
    this.affected = affected;
    this.platform = platform;
    this.limit = limit;
  }

  /** Over the configurations in which the platform is on. To be asked first. */
  Result onPlatform() {
    return compare(platform);
  }

  /** Over all configurations. */
  Result anywhere() {
    return compare(null);
  }

  private Result compare(@Nullable Platform when) {
    Configurations shown = new Configurations();
    Map<String, Possible> was = survey(before, when, shown);
    if (was == null) {
      return new Result(List.of(), false);
    }
    shown.forEach(config -> look(config, when));
    Map<String, Possible> is = survey(after, when, new Configurations());
    return is == null ? new Result(List.of(), false) : result(was, is);
  }

  /** Looks at what a configuration of the old tree comes to in the new one. */
  private void look(String config, @Nullable Platform when) {
    if (limit.reached()) {
      return;
    }
    List<Symbol> on =
        when == null ? List.of() : ConfAnswers.in(after.tree.loaded().tree(), when).symbols();
    after.known.add(
        config,
        new TreeReplay(after.tree),
        evaluation -> on.stream().allMatch(symbol -> evaluation.text(symbol).equals("y")),
        after.symbols);
  }

  private Result result(Map<String, Possible> before, Map<String, Possible> after) {
    Map<String, ValueChange> changes = new TreeMap<>();
    boolean complete = true;
    for (Impact.Affected symbol : affected) {
      Possible was = before.get(symbol.name());
      Possible is = after.get(symbol.name());
      boolean decided = decided(was) && decided(is);
      complete &= decided;
      if (decided && !text(was).equals(text(is))) {
        String name = ByteText.readable(symbol.name());
        changes.put(name, new ValueChange(name, text(was), text(is)));
      }
    }
    return new Result(List.copyOf(changes.values()), complete);
  }

  private static boolean decided(@Nullable Possible possible) {
    return possible == null || possible.undecided().isEmpty();
  }

  private static String text(@Nullable Possible possible) {
    return possible == null
        ? "undefined"
        : ByteText.readable(
            possible.values().stream()
                .map(value -> value.isEmpty() ? "\"\"" : value)
                .collect(Collectors.joining(" ")));
  }

  /**
   * The values by name, none where there are no configurations; absent when that is not known in
   * time.
   *
   * @param shown gets the configurations that were looked at
   */
  private @Nullable Map<String, Possible> survey(
      Side side, @Nullable Platform when, Configurations shown) {
    Model model = Model.of(side.tree.loaded().tree());
    side.symbols.forEach(model::view);
    int condition =
        when == null
            ? model.value(model.tree().yes()).m()
            : ConfAnswers.in(model.tree(), when).literal(model);
    Survey survey = new Survey(model, condition, new TreeReplay(side.tree), limit).keeping(shown);
    Map<String, Possible> values = new HashMap<>();
    switch (survey.satisfiable()) {
      case SATISFIABLE -> {
        for (Possible possible : survey.of(side.symbols, side.known)) {
          values.put(possible.symbol().displayName(), possible);
          side.known.add(possible);
        }
      }
      case UNSATISFIABLE -> {}
      case UNKNOWN -> {
        return null;
      }
    }
    return values;
  }
}
