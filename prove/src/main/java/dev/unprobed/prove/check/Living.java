package dev.unprobed.prove.check;

import dev.unprobed.kconfig.tree.Property;
import dev.unprobed.kconfig.tree.Symbol;
import java.util.ArrayList;
import java.util.List;

/** When it is worth telling that a line does nothing: not where all around it is dead as well. */
final class Living {
  private Living() {}

  /** The definition that a line belongs to counts in some configuration, and the symbol is used. */
  static List<Question.Given> definition(Symbol symbol, Property property) {
    List<Question.Given> conditions = new ArrayList<>();
    if (symbol.type().logical() && !symbol.choice()) {
      conditions.add(Question.where(in -> in.value(symbol).m()));
    }
    conditions.add(Question.where(in -> in.value(property.node().dependency()).m()));
    return conditions;
  }
}
