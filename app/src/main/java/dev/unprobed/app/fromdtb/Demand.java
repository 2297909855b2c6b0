package dev.unprobed.app.fromdtb;

import dev.unprobed.kconfig.eval.Evaluation;
import dev.unprobed.kconfig.eval.Tristate;
import dev.unprobed.kconfig.source.ByteText;
import dev.unprobed.kconfig.tree.Symbol;
import dev.unprobed.kconfig.tree.SymbolType;
import dev.unprobed.kernel.kbuild.Condition;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * The values of symbols with which a condition of a makefile holds, seen from a configuration:
 * where there is a choice, what it has already.
 */
final class Demand {
  private static final String[] VALUES = {"n", "m", "y"};

  private final Evaluation evaluation;

  Demand(Evaluation evaluation) {
    this.evaluation = evaluation;
  }

  /** Empty when no values do. */
  Optional<SequencedMap<String, String>> of(Condition condition) {
    SequencedMap<String, String> values = new LinkedHashMap<>();
    return meet(condition, values) ? Optional.of(values) : Optional.empty();
  }

  private boolean meet(Condition condition, SequencedMap<String, String> values) {
    return switch (condition) {
      case Condition.Is is -> meet(is, values);
      case Condition.Text text -> current(text.symbol()).equals(text.text()) == text.equal();
      // Nobody knows; what is built will tell.
      case Condition.Unknown _ -> true;
      case Condition.All all -> all.parts().stream().allMatch(part -> meet(part, values));
      case Condition.Any any -> any(any, values);
    };
  }

  private boolean meet(Condition.Is is, SequencedMap<String, String> values) {
    Optional<Symbol> symbol = symbol(is.symbol());
    if (symbol.isEmpty()) {
      return allows(is, "n");
    }
    boolean bool = symbol.get().type() == SymbolType.BOOL;
    for (String value : new String[] {current(is.symbol()), "y", "m", "n"}) {
      if (allows(is, value) && !(bool && value.equals("m"))) {
        String other = values.putIfAbsent(is.symbol(), value);
        return other == null || other.equals(value);
      }
    }
    return false;
  }

  private static boolean allows(Condition.Is is, String value) {
    for (int i = 0; i < VALUES.length; i++) {
      if (VALUES[i].equals(value)) {
        return (is.values() & (1 << i)) != 0;
      }
    }
    return false;
  }

  /** The alternative of which the most is so already. */
  private boolean any(Condition.Any any, SequencedMap<String, String> values) {
    Optional<SequencedMap<String, String>> best =
        any.parts().stream()
            .map(this::of)
            .flatMap(Optional::stream)
            .min(Comparator.comparingLong(this::missing));
    best.ifPresent(found -> found.forEach(values::putIfAbsent));
    return best.isPresent();
  }

  /** How many of the values are not so in the configuration. */
  long missing(Map<String, String> values) {
    return values.entrySet().stream()
        .filter(e -> !current(e.getKey()).equals(e.getValue()))
        .count();
  }

  String current(String name) {
    return symbol(name)
        .map(symbol ->
            symbol.type().logical()
                ? Tristate.text(evaluation.logicalValue(symbol))
                : ByteText.readable(evaluation.text(symbol)))
        .orElse("n");
  }

  /** Empty where nothing defines it. */
  Optional<Symbol> symbol(String name) {
    return Optional.ofNullable(evaluation.tree().find(name)).filter(Symbol::defined);
  }
}
