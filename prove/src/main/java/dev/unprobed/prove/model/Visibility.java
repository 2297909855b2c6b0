package dev.unprobed.prove.model;

import dev.unprobed.kconfig.Generation;
import dev.unprobed.kconfig.tree.Property;
import dev.unprobed.kconfig.tree.Symbol;
import dev.unprobed.kconfig.tree.SymbolType;
import dev.unprobed.prove.sat.Cnf;
import java.util.function.IntSupplier;

/** What the prompts, dependencies, selects and implies of a symbol allow. */
final class Visibility {
  private final Logic logic;
  private final Generation generation;
  private final Lines lines;
  private final IntSupplier modules;

  /**
   * @param modules the literal that says whether modules can be built; asked for tristates only
   */
  Visibility(Logic logic, Generation generation, Lines lines, IntSupplier modules) {
    this.logic = logic;
    this.generation = generation;
    this.lines = lines;
    this.modules = modules;
  }

  /** Whether the symbol cannot be m. */
  int boolOnly(Symbol symbol) {
    return symbol.type() == SymbolType.TRISTATE ? -modules.getAsInt() : lines.bool(symbol);
  }

  /** Whether anything could ever show the symbol to the user. */
  static boolean prompted(Symbol symbol) {
    return symbol.properties().stream().anyMatch(Property::visible);
  }

  /** Up to which value the user can set the symbol. */
  Pair prompts(Symbol symbol) {
    Pair visible = Pair.NO;
    for (Property property : symbol.properties()) {
      if (property.visible()) {
        visible = logic.max(visible, lines.condition(property));
      }
    }
    return promoted(symbol, visible);
  }

  Pair promoted(Symbol symbol, Pair value) {
    return logic.promote(value, boolOnly(symbol));
  }

  Pair direct(Symbol symbol) {
    return promoted(symbol, lines.direct(symbol));
  }

  /** What selects do not let the symbol fall below. */
  Pair reverse(Symbol symbol) {
    return promoted(symbol, lines.reverse(symbol));
  }

  /** What implies ask for. */
  Pair weak(Symbol symbol) {
    Pair weak = lines.weakReverse(symbol);
    if (weak.m() != Cnf.FALSE && !generation.impliesWithinDependencies()) {
      weak = logic.when(direct(symbol).m(), weak);
    }
    return promoted(symbol, weak);
  }

  /** Up to 5.6 an implied y makes m impossible. */
  int impliedFully(Symbol symbol) {
    return generation.impliesWithinDependencies() ? Cnf.FALSE : weak(symbol).y();
  }

  /** The first default that applies, no more than its condition. */
  Pair defaults(Symbol symbol) {
    Pair value = Pair.NO;
    for (Property property : symbol.properties().reversed()) {
      if (property.kind() == Property.Kind.DEFAULT) {
        Pair condition = lines.condition(property);
        Pair own = logic.min(lines.value(property), condition);
        value = logic.choose(condition.m(), own, value);
      }
    }
    return value;
  }
}
