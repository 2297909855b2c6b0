package dev.unprobed.prove.check;

import dev.unprobed.kconfig.eval.Evaluation;
import dev.unprobed.kconfig.tree.MenuNode;
import dev.unprobed.kconfig.tree.MenuTree;
import dev.unprobed.kconfig.tree.Property;
import dev.unprobed.kconfig.tree.Symbol;
import dev.unprobed.kconfig.tree.SymbolType;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * What happens in configurations, seen one by one and in the words of the evaluator: what the
 * checks should say, found without any formula.
 */
final class Occurrences {
  private final MenuTree tree;
  private final Set<Symbol> on = new HashSet<>();
  private final Set<MenuNode> counting = new HashSet<>();
  private final Set<Property> holding = new HashSet<>();
  private final Set<Property> active = new HashSet<>();
  private final Set<Property> giveM = new HashSet<>();
  private final Set<Property> unmet = new HashSet<>();

  private boolean any;

  Occurrences(MenuTree tree) {
    this.tree = tree;
  }

  /** Whether there was any configuration. */
  boolean any() {
    return any;
  }

  void see(Evaluation evaluation) {
    any = true;
    for (Symbol symbol : tree.symbols()) {
      if (!symbol.defined() || symbol.transitional()) {
        continue;
      }
      int value = evaluation.logicalValue(symbol);
      if (value > 0) {
        on.add(symbol);
      }
      Property taken = evaluation.activeProperty(symbol, Property.Kind.DEFAULT);
      if (taken != null) {
        active.add(taken);
        if (value == 1) {
          giveM.add(taken);
        }
      }
      symbol.properties().forEach(property -> see(evaluation, value, property));
    }
  }

  private void see(Evaluation evaluation, int value, Property property) {
    if (evaluation.value(property.node().dependency()) > 0) {
      counting.add(property.node());
    }
    int condition = evaluation.value(property.condition());
    Symbol target = property.valueSymbol();
    boolean selects =
        property.kind() == Property.Kind.SELECT || property.kind() == Property.Kind.IMPLY;
    int strength = selects ? Math.min(condition, value) : condition;
    if (strength > 0) {
      holding.add(property);
    }
    if (property.kind() == Property.Kind.SELECT && target != null && target.type().logical()) {
      boolean bool = evaluation.type(target) == SymbolType.BOOL;
      int asked = bool && strength == 1 ? 2 : strength;
      boolean warned =
          !evaluation.isChoiceMember(target) && target.defined() && !target.transitional();
      if (warned && evaluation.directDependency(target) < asked) {
        unmet.add(property);
      }
    }
  }

  /** What the checks have to find, if these were all configurations. */
  Set<String> expected() {
    Set<String> all = new TreeSet<>();
    for (Symbol symbol : tree.symbols()) {
      if (!symbol.defined() || symbol.transitional()) {
        continue;
      }
      boolean logical = symbol.type().logical() && !symbol.choice();
      if (logical && !on.contains(symbol)) {
        all.add("dead-symbol " + symbol.displayName());
      }
      for (Property property : symbol.properties()) {
        if (unmet.contains(property)) {
          all.add(line("unmet-select", property));
        }
        if (counting.contains(property.node()) && (!logical || on.contains(symbol))) {
          expectLiving(all, symbol, property);
        }
      }
    }
    return all;
  }

  private void expectLiving(Set<String> all, Symbol symbol, Property property) {
    boolean holds = holding.contains(property);
    switch (property.kind()) {
      case PROMPT, MENU, COMMENT -> expect(all, !holds, "dead-prompt", property);
      case SELECT, IMPLY -> expect(all, !holds, "dead-select", property);
      case DEFAULT -> {
        boolean applies = symbol.choice() ? holds : active.contains(property);
        expect(all, !applies, "dead-default", property);
        boolean toM =
            property.valueSymbol() == tree.mod() && symbol.type().logical() && !symbol.choice();
        boolean never = toM && applies && !giveM.contains(property);
        expect(all, never, "default-m-never-m", property);
      }
      case RANGE -> {}
    }
  }

  private static void expect(Set<String> all, boolean expected, String check, Property property) {
    if (expected) {
      all.add(line(check, property));
    }
  }

  private static String line(String check, Property property) {
    return check + " " + property.location() + " " + Wording.of(property);
  }

  /** A finding in the same words. */
  static String line(Finding finding) {
    return finding.check() instanceof DeadSymbol
        ? "dead-symbol " + finding.symbol()
        : finding.check().name() + " " + finding.location() + " " + finding.text();
  }
}
