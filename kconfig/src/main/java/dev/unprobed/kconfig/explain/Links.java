package dev.unprobed.kconfig.explain;

import dev.unprobed.kconfig.eval.Evaluation;
import dev.unprobed.kconfig.eval.Tristate;
import dev.unprobed.kconfig.tree.Property;
import dev.unprobed.kconfig.tree.Symbol;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The selects and implies of a symbol, with what they give to it. */
record Links(Values values, Clauses clauses, Selectors selectors) {
  private static final Comparator<Link> STRONGEST_FIRST =
      Comparator.comparingInt((Link link) -> -link.strength());

  /** The selects that act, the strongest first. */
  List<Link> selects(Symbol symbol) {
    return acting(symbol, selectors.selectsOf(symbol));
  }

  /** The implies that act, the strongest first. */
  List<Link> implies(Symbol symbol) {
    return acting(symbol, selectors.impliesOf(symbol));
  }

  private List<Link> acting(Symbol symbol, List<Property> lines) {
    if (values.evaluation().isChoiceMember(symbol)) {
      return List.of();
    }
    List<Link> links = new ArrayList<>();
    for (Property line : lines) {
      Link link = link(line);
      if (link.strength() != Tristate.N) {
        links.add(link);
      }
    }
    links.sort(STRONGEST_FIRST);
    return links;
  }

  private Link link(Property line) {
    Evaluation evaluation = values.evaluation();
    Symbol selector = Selectors.selector(line);
    int strength = Math.min(evaluation.logicalValue(selector), evaluation.value(line.condition()));
    return new Link(selector, evaluation.text(selector), line, strength);
  }

  /** The selects, implies and defaults that would set the symbol that high if they applied. */
  List<Gate> unused(Symbol symbol, int wanted) {
    int bound = values.enough(symbol, wanted);
    List<Gate> gates = new ArrayList<>();
    selectors.selectsOf(symbol).forEach(line -> gates.add(selectorGate(line, bound)));
    selectors.impliesOf(symbol).forEach(line -> gates.add(selectorGate(line, bound)));
    defaults(symbol).forEach(line -> gates.add(defaultGate(line, bound)));
    return gates;
  }

  private boolean gives(Property line, String wanted) {
    Symbol value = line.valueSymbol();
    return value != null && values.evaluation().text(value).equals(wanted);
  }

  /** The defaults that would give an int, hex or string that value if they applied. */
  List<Gate> unused(Symbol symbol, String wanted) {
    return defaults(symbol)
        .filter(line -> gives(line, wanted))
        .map(line -> clauses.gate(line, Tristate.M))
        .toList();
  }

  private static Stream<Property> defaults(Symbol symbol) {
    return symbol.properties().stream().filter(line -> line.kind() == Property.Kind.DEFAULT);
  }

  /** A line whose selector is off says only that. */
  private Gate selectorGate(Property line, int bound) {
    Symbol selector = Selectors.selector(line);
    Optional<Need> need = clauses.needs().least(selector, bound);
    if (need.isEmpty()) {
      return clauses.gate(line, bound);
    }
    Clause clause = new Clause(Clause.Kind.SELECTOR, values.term(selector), line.node().location());
    return new Gate(line, List.of(new Blocker(clause, need.get())));
  }

  private Gate defaultGate(Property line, int bound) {
    List<Blocker> blockers = new ArrayList<>(clauses.blockers(line, bound));
    clauses.value(line, bound).ifPresent(blockers::add);
    return new Gate(line, blockers);
  }
}
