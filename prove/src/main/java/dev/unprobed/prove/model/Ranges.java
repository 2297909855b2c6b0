package dev.unprobed.prove.model;

import dev.unprobed.kconfig.Generation;
import dev.unprobed.kconfig.eval.RangeBounds;
import dev.unprobed.kconfig.eval.RangeBounds.Bound;
import dev.unprobed.kconfig.tree.Expr;
import dev.unprobed.kconfig.tree.Property;
import dev.unprobed.kconfig.tree.Symbol;
import dev.unprobed.prove.sat.Cnf;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;

/** The ranges of an int or hex, of which the first that applies counts. */
final class Ranges {
  private final Cnf cnf;
  private final Generation generation;
  private final Symbol symbol;
  private final List<Case> cases = new ArrayList<>();
  private int none = Cnf.TRUE;

  /** Bounds, and the literal that says that they are the ones that count. */
  private record Case(int applies, RangeBounds bounds) {}

  Ranges(Cnf cnf, Generation generation, Lines lines, Values values, Symbol symbol) {
    this.cnf = cnf;
    this.generation = generation;
    this.symbol = symbol;
    if (!symbol.type().numeric()) {
      return;
    }
    for (Property property : symbol.properties()) {
      if (property.kind() == Property.Kind.RANGE) {
        int condition = lines.condition(property).m();
        Expr bounds = Objects.requireNonNull(property.value());
        addCases(cnf.and(none, condition), bounds, values);
        none = cnf.and(none, -condition);
      }
    }
  }

  private void addCases(int applies, Expr range, Values values) {
    View lows = values.plain(range.leftSymbol());
    View highs = values.plain(range.rightSymbol());
    lows.texts()
        .forEach((low, isLow) ->
            highs
                .texts()
                .forEach((high, isHigh) -> {
                  int both = cnf.and(applies, cnf.and(isLow, isHigh));
                  if (both != Cnf.FALSE) {
                    Bound lower = new Bound(lows.type(), low);
                    Bound upper = new Bound(highs.type(), high);
                    cases.add(new Case(both, RangeBounds.of(lower, upper)));
                  }
                }));
  }

  /** The texts after those outside of the range were replaced by its bounds. */
  View clamp(View view) {
    if (cases.isEmpty()) {
      return view;
    }
    SequencedMap<String, Integer> texts = new LinkedHashMap<>();
    for (Map.Entry<String, Integer> text : view.texts().entrySet()) {
      texts.merge(text.getKey(), cnf.and(none, text.getValue()), cnf::or);
      for (Case range : cases) {
        String clamped = range.bounds.clamp(generation, symbol.type(), text.getKey());
        texts.merge(clamped, cnf.and(range.applies, text.getValue()), cnf::or);
      }
    }
    texts.values().removeIf(literal -> literal == Cnf.FALSE);
    return new View(view.type(), texts);
  }

  /**
   * The literal that says that a user's text stays as it is.
   *
   * @param byDefault whether the symbol would have the same text without the user
   */
  int keep(String text, int byDefault) {
    int kept = none;
    for (Case range : cases) {
      boolean unchanged = range.bounds.clamp(generation, symbol.type(), text).equals(text);
      boolean forgotten =
          generation.forgetsNumbersOutOfRange() && !range.bounds.contain(symbol.type(), text);
      int stays = !unchanged ? Cnf.FALSE : forgotten ? byDefault : Cnf.TRUE;
      kept = cnf.or(kept, cnf.and(range.applies, stays));
    }
    return kept;
  }
}
