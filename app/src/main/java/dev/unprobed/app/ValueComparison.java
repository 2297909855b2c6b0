package dev.unprobed.app;

import dev.unprobed.app.repair.ValueChange;
import dev.unprobed.kconfig.source.ByteText;
import dev.unprobed.kconfig.tree.Symbol;
import dev.unprobed.prove.model.Model;
import dev.unprobed.prove.repair.Impact;
import dev.unprobed.prove.repair.Platform;
import dev.unprobed.prove.sat.Limit;
import dev.unprobed.prove.sat.Verdict;
import dev.unprobed.prove.value.Possible;
import dev.unprobed.prove.value.Survey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Compares what symbols can be in a tree and in a changed copy of it.
 *
 * @param affected the symbols that may differ
 */
record ValueComparison(
    ConfiguredTree tree, ConfiguredTree changed, List<Impact.Affected> affected, Limit limit) {

  /**
   * What differs.
   *
   * @param complete whether all was decided in time; what was not is not among the changes
   */
  record Result(List<ValueChange> changes, boolean complete) {}

  /** Over all configurations. */
  Result everywhere() {
    return compare(null);
  }

  /** Over those in which a platform is on. */
  Result where(Platform platform) {
    return compare(platform);
  }

  private Result compare(@Nullable Platform when) {
    List<Symbol> old =
        affected.stream().map(Impact.Affected::before).filter(Objects::nonNull).toList();
    List<Symbol> now =
        affected.stream().map(Impact.Affected::after).filter(Objects::nonNull).toList();
    Map<String, Possible> before = new HashMap<>();
    Map<String, Possible> after = new HashMap<>();
    if (!survey(tree, old, when, before) || !survey(changed, now, when, after)) {
      return new Result(List.of(), false);
    }
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

  /** Whether it is known which configurations there are; none leaves the values empty. */
  private boolean survey(
      ConfiguredTree of,
      List<Symbol> symbols,
      @Nullable Platform when,
      Map<String, Possible> values) {
    Model model = Model.of(of.loaded().tree());
    symbols.forEach(model::view);
    int condition =
        when == null
            ? model.value(model.tree().yes()).m()
            : ConfAnswers.in(model.tree(), when).literal(model);
    Survey survey = new Survey(model, condition, new TreeReplay(of), limit);
    Verdict satisfiable = survey.satisfiable();
    if (satisfiable == Verdict.SATISFIABLE) {
      survey.of(symbols).forEach(p -> values.put(p.symbol().displayName(), p));
    }
    return satisfiable != Verdict.UNKNOWN;
  }
}
