package dev.unprobed.prove.model;

import dev.unprobed.kconfig.tree.Property;
import dev.unprobed.kconfig.tree.Symbol;
import dev.unprobed.prove.sat.Cnf;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Which member a choice in mode y chooses.
 *
 * @param visible up to which value each member can be set
 */
record ModeChoice(
    Logic logic, Expressions expressions, Values values, Symbol choice, Map<Symbol, Pair> visible) {

  /**
   * For each member the literal that says that it is chosen.
   *
   * @param lines the members in the order of their lines in the file
   */
  Map<Symbol, Integer> chosen(List<Symbol> lines, int modeY) {
    Cnf cnf = logic.cnf();
    Map<Symbol, Integer> wanted = new HashMap<>();
    int anyWanted = Cnf.FALSE;
    int later = Cnf.FALSE;
    for (Symbol member : lines.reversed()) {
      int on = values.logical(member).y();
      int last = cnf.and(on, -later);
      int isWanted = cnf.and(last, visible(member));
      wanted.put(member, isWanted);
      anyWanted = cnf.or(anyWanted, isWanted);
      later = cnf.or(later, on);
    }
    Map<Symbol, Integer> byDefault = byDefault();
    Map<Symbol, Integer> chosen = new HashMap<>();
    for (Symbol member : lines) {
      int otherwise = cnf.and(-anyWanted, byDefault.getOrDefault(member, Cnf.FALSE));
      int either = cnf.or(wanted.getOrDefault(member, Cnf.FALSE), otherwise);
      chosen.put(member, cnf.and(modeY, either));
    }
    return chosen;
  }

  /** The first default that applies and is visible, else the first visible member. */
  private Map<Symbol, Integer> byDefault() {
    Cnf cnf = logic.cnf();
    Map<Symbol, Integer> chosen = new HashMap<>();
    int none = Cnf.TRUE;
    for (Property property : choice.properties()) {
      if (property.kind() == Property.Kind.DEFAULT) {
        Symbol member = Objects.requireNonNull(property.valueSymbol());
        int applies = cnf.and(expressions.value(property.condition()).m(), visible(member));
        chosen.merge(member, cnf.and(none, applies), cnf::or);
        none = cnf.and(none, -applies);
      }
    }
    for (Symbol member : choice.members()) {
      chosen.merge(member, cnf.and(none, visible(member)), cnf::or);
      none = cnf.and(none, -visible(member));
    }
    return chosen;
  }

  private int visible(Symbol member) {
    return Objects.requireNonNull(visible.get(member)).m();
  }
}
