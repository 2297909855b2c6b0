package dev.unprobed.kconfig.explain;

import dev.unprobed.kconfig.Generation;
import dev.unprobed.kconfig.dotconfig.ConfigReader;
import dev.unprobed.kconfig.dotconfig.ConfigText;
import dev.unprobed.kconfig.dotconfig.Settlement;
import dev.unprobed.kconfig.eval.Evaluation;
import dev.unprobed.kconfig.source.Messages;
import dev.unprobed.kconfig.tree.MenuNode;
import dev.unprobed.kconfig.tree.MenuTree;
import dev.unprobed.kconfig.tree.Property;
import dev.unprobed.kconfig.tree.Symbol;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * Tries values out beside an evaluation: as if lines were taken out of its {@code .config}, put at
 * the end with other values, and the whole read again.
 *
 * <p>conf computes every symbol in the order of its table. Where that order cannot count, only what
 * the answer needs is computed, which is a thousand times less.
 */
final class Probe {
  private final Evaluation base;
  private final Evaluation evaluation;
  private final Settlement settlement;
  private final boolean orderCounts;
  private final List<Symbol> limitedNumbers;

  Probe(Evaluation base) {
    this.base = base;
    evaluation = new Evaluation(base.tree(), Messages.NONE);
    settlement = new Settlement(evaluation);
    orderCounts = orderCounts(base.tree());
    limitedNumbers = limitedNumbers(base.tree());
  }

  /**
   * Whether values depend on which of two symbols was computed first: where loops are allowed, and
   * up to 6.9 where a member of a choice has a prompt elsewhere, through which the choice is not
   * computed before its member.
   */
  private static boolean orderCounts(MenuTree tree) {
    Generation generation = tree.generation();
    return !generation.recursionRefused()
        || !generation.choicesByPriority()
            && tree.symbols().stream().anyMatch(Probe::hasPromptOutsideOfChoice);
  }

  private static boolean hasPromptOutsideOfChoice(Symbol symbol) {
    Symbol choice = symbol.owner();
    return choice != null
        && symbol.properties().stream()
            .anyMatch(line -> line.visible() && !inside(line.node(), choice));
  }

  private static boolean inside(MenuNode node, Symbol choice) {
    MenuNode outer = node.enclosing();
    while (outer != null && outer.symbol() != choice) {
      outer = outer.enclosing();
    }
    return outer != null;
  }

  /** Numbers that conf forgets when they are out of range (up to 6.7). */
  private static List<Symbol> limitedNumbers(MenuTree tree) {
    return tree.generation().forgetsNumbersOutOfRange()
        ? tree.symbols().stream().filter(Probe::hasRange).toList()
        : List.of();
  }

  private static boolean hasRange(Symbol symbol) {
    return symbol.type().numeric()
        && symbol.properties().stream().anyMatch(line -> line.kind() == Property.Kind.RANGE);
  }

  /** Where the values are tried out. */
  Evaluation evaluation() {
    return evaluation;
  }

  /** Asks for one value; what comes of it can be seen in {@link #evaluation}. */
  void ask(Symbol symbol, String wanted) {
    ask(new LinkedHashMap<>(Map.of(symbol, wanted)));
  }

  /** Asks for several values at once, in the order of the map. */
  void ask(SequencedMap<Symbol, String> wanted) {
    evaluation.adoptUserValues(base);
    ConfigReader reader = new ConfigReader(evaluation, "", false, Messages.NONE);
    wanted.forEach((symbol, value) -> {
      evaluation.withdraw(symbol);
      reader.readLine(symbol.displayName(), ConfigText.written(symbol, value));
    });
    evaluation.compute(base.tree().modules());
    if (orderCounts || limitedNumbers.stream().anyMatch(this::forgotten)) {
      settlement.settle();
    }
  }

  private boolean forgotten(Symbol number) {
    return evaluation.hasUserValue(number) && !settlement.possible(number);
  }
}
