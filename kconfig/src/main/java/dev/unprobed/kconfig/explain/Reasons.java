package dev.unprobed.kconfig.explain;

import dev.unprobed.kconfig.eval.Evaluation;
import dev.unprobed.kconfig.eval.Tristate;
import dev.unprobed.kconfig.tree.Property;
import dev.unprobed.kconfig.tree.Symbol;
import dev.unprobed.kconfig.tree.SymbolType;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the rule that gave a symbol its value, in the order in which conf goes through them. */
final class Reasons {
  private final Evaluation evaluation;
  private final OwnReasons own;
  private final MemberReasons members;
  private final Links links;

  Reasons(Values values, OwnReasons own, Links links) {
    this.evaluation = values.evaluation();
    this.own = own;
    this.members = new MemberReasons(evaluation, own.origins());
    this.links = links;
  }

  Links links() {
    return links;
  }

  Cause cause(Symbol symbol) {
    return cause(symbol, new HashSet<>());
  }

  /**
   * @param seen symbols that are being explained already, so that nothing is explained by itself
   */
  private Cause cause(Symbol symbol, Set<Symbol> seen) {
    seen.add(symbol);
    evaluation.compute(symbol);
    if (symbol.type() == SymbolType.UNKNOWN || symbol.constant()) {
      return new Cause.Undefined();
    }
    if (!symbol.type().logical()) {
      return own.ofText(symbol);
    }
    if (members.decides(symbol)) {
      return members.cause(symbol);
    }
    return floor(symbol) > ownValue(symbol) ? selected(symbol, seen) : ownCause(symbol, seen);
  }

  /** Whether the symbol has its value without being selected. */
  private boolean standsAlone(Symbol symbol) {
    return members.decides(symbol) || ownValue(symbol) >= evaluation.logicalValue(symbol);
  }

  private int floor(Symbol symbol) {
    return evaluation.reverseDependency(symbol);
  }

  /** What the symbol would be without selects. */
  int ownValue(Symbol symbol) {
    int value = own.userCounts(symbol) ? own.userValue(symbol) : withImplies(symbol);
    return promoted(symbol, value);
  }

  private int withImplies(Symbol symbol) {
    int value = own.defaultValue(symbol);
    int implied = evaluation.weakReverseDependency(symbol);
    return implied == Tristate.N
        ? value
        : Math.min(Math.max(value, implied), evaluation.directDependency(symbol));
  }

  private int promoted(Symbol symbol, int value) {
    boolean toYes = value == Tristate.M && evaluation.type(symbol) == SymbolType.BOOL;
    return toYes ? Tristate.Y : value;
  }

  /** Why the symbol would have its value without selects. */
  Cause ownCause(Symbol symbol) {
    return ownCause(symbol, new HashSet<>(Set.of(symbol)));
  }

  private Cause ownCause(Symbol symbol, Set<Symbol> seen) {
    boolean implied =
        !own.userCounts(symbol)
            && promoted(symbol, own.defaultValue(symbol)) < promoted(symbol, withImplies(symbol));
    if (implied) {
      Link link = links.implies(symbol).getFirst();
      return new Cause.ByImply(link, rootOf(link.selector(), seen));
    }
    return own.ofLogical(symbol);
  }

  private Cause rootOf(Symbol symbol, Set<Symbol> seen) {
    return seen.contains(symbol) ? new Cause.Unset(List.of()) : cause(symbol, seen);
  }

  private Cause selected(Symbol symbol, Set<Symbol> seen) {
    if (symbol.choice()) {
      return new Cause.ByVisibility(prompt(symbol));
    }
    List<Link> chain = new Chain(links, this::standsAlone, own::userCounts).from(symbol);
    Cause root = rootOf(chain.getLast().selector(), seen);
    return new Cause.BySelect(chain, root);
  }

  private static Property prompt(Symbol choice) {
    return choice.properties().stream().filter(Property::visible).findFirst().orElseThrow();
  }

  /** Why m became y, if it did. */
  Optional<Explanation.Promotion> promotion(Symbol symbol) {
    boolean logical = symbol.type().logical() && !members.decides(symbol);
    if (!logical
        || evaluation.logicalValue(symbol) != Tristate.Y
        || strongest(symbol) != Tristate.M) {
      return Optional.empty();
    }
    return Optional.of(
        symbol.type() == SymbolType.BOOL
            ? Explanation.Promotion.BOOL
            : Explanation.Promotion.NO_MODULES);
  }

  private int strongest(Symbol symbol) {
    int value = own.userCounts(symbol) ? own.userValue(symbol) : withImplies(symbol);
    List<Link> selects = links.selects(symbol);
    return Math.max(value, selects.isEmpty() ? Tristate.N : selects.getFirst().strength());
  }
}
