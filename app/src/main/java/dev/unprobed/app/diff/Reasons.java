package dev.unprobed.app.diff;

import dev.unprobed.kconfig.eval.Tristate;
import dev.unprobed.kconfig.tree.Expr;
import dev.unprobed.kconfig.tree.Property;
import dev.unprobed.kconfig.tree.Symbol;
import java.util.List;
import java.util.Objects;

/** Asks of a symbol that differs which of conf's rules made the difference. */
final class Reasons {
  private final Side a;
  private final Side b;
  private final Blame blame;
  private final DefaultBlame defaults;
  private final ChoiceReasons choices;

  Reasons(Side a, Side b, Blame blame) {
    this.a = a;
    this.b = b;
    this.blame = blame;
    this.defaults = new DefaultBlame(blame);
    this.choices = new ChoiceReasons(a, b, this);
  }

  Reason of(Pair pair) {
    if (pair.a() == null) {
      return Reason.root(How.NEW);
    }
    if (pair.b() == null) {
      return Reason.root(How.GONE);
    }
    Reason reason = found(pair.a(), pair.b());
    return reason.explains() ? reason : lastResort(pair.a(), pair.b());
  }

  private Reason found(Symbol left, Symbol right) {
    if (left.type() != right.type()) {
      return Reason.root(How.TYPE_CHANGED);
    }
    if (left.choice()) {
      return visibility(left, right);
    }
    Reason choice = choices.of(left, right);
    if (choice.explains()) {
      return choice;
    }
    Own ownA = Own.of(a, left);
    Own ownB = Own.of(b, right);
    return left.type().logical() ? logical(left, right, ownA, ownB) : text(left, right, ownA, ownB);
  }

  private Reason logical(Symbol left, Symbol right, Own ownA, Own ownB) {
    int before = a.evaluation().logicalValue(left);
    int after = b.evaluation().logicalValue(right);
    int high = Math.max(before, after);
    Own upper = after > before ? ownB : ownA;
    Own lower = after > before ? ownA : ownB;
    if (upper.selected() >= high && lower.selected() < high) {
      return Reason.of(How.SELECT, reverse(left, right));
    }
    if (upper.byUser() && lower.visible() < high) {
      return Reason.of(How.PROMPT, prompts(left, right));
    }
    if (upper.byUser() || lower.byUser() && upper.visible() != Tristate.N) {
      return Reason.root(How.USER);
    }
    if (lower.byUser()) {
      return Reason.of(How.PROMPT, prompts(left, right));
    }
    return byItself(left, right, ownA, ownB);
  }

  private Found reverse(Symbol left, Symbol right) {
    return blame.reverse(left.reverseDependency(), right.reverseDependency());
  }

  /** Nobody selects it, the user leaves it alone: defaults and implies. */
  private Reason byItself(Symbol left, Symbol right, Own ownA, Own ownB) {
    Reason byDefault = defaults.of(left, right, ownA.line(), ownB.line());
    if (byDefault.explains() || ownA.implied() == 0 && ownB.implied() == 0) {
      return byDefault;
    }
    Found implies = blame.reverse(left.weakReverseDependency(), right.weakReverseDependency());
    Reason implied = Reason.of(How.IMPLY, implies);
    return implied.explains()
        ? implied
        : Reason.of(
            How.PROMPT, blame.dependency(left.directDependency(), right.directDependency()));
  }

  private Reason text(Symbol left, Symbol right, Own ownA, Own ownB) {
    boolean seenA = ownA.visible() != Tristate.N;
    boolean seenB = ownB.visible() != Tristate.N;
    if ((ownA.byUser() || ownB.byUser()) && seenA == seenB) {
      return Reason.root(How.USER);
    }
    if (ownA.byUser() || ownB.byUser()) {
      return Reason.of(How.PROMPT, prompts(left, right));
    }
    Reason byDefault = defaults.of(left, right, ownA.line(), ownB.line());
    return byDefault.explains() || seenA == seenB ? byDefault : visibility(left, right);
  }

  Reason visibility(Symbol left, Symbol right) {
    return Reason.of(How.PROMPT, prompts(left, right));
  }

  private Found prompts(Symbol left, Symbol right) {
    List<Property> before = visible(left);
    List<Property> after = visible(right);
    if (before.size() != after.size()) {
      return Found.RULE;
    }
    Found found = Found.NOTHING;
    for (int i = 0; i < before.size(); i++) {
      found = found.and(blame.dependency(before.get(i).condition(), after.get(i).condition()));
    }
    return found;
  }

  private static List<Property> visible(Symbol symbol) {
    return symbol.properties().stream().filter(Property::visible).toList();
  }

  /** What differs in anything that the symbol depends on. */
  private Reason lastResort(Symbol left, Symbol right) {
    boolean modules =
        a.evaluation().logicalValue(a.tree().modules())
            != b.evaluation().logicalValue(b.tree().modules());
    if (modules && left.type().logical()) {
      return new Reason(How.MODULES, java.util.Set.of(Pair.key(b.tree().modules())));
    }
    Found found = Found.NOTHING;
    for (Symbol symbol : List.of(left, right)) {
      found = found.and(blame.mentioned(symbol.reverseDependency()));
      found = found.and(blame.mentioned(symbol.weakReverseDependency()));
      for (Property property : symbol.properties()) {
        found = found.and(mentioned(property));
      }
    }
    Reason reason = new Reason(How.DEPENDS, found.keys());
    return reason.explains() ? reason : Reason.root(How.UNKNOWN);
  }

  private Found mentioned(Property property) {
    boolean others =
        property.kind() == Property.Kind.SELECT || property.kind() == Property.Kind.IMPLY;
    if (others) {
      return Found.NOTHING;
    }
    Expr value = property.value();
    return blame.mentioned(property.condition()).and(blame.mentioned(value));
  }

  /** What made another member the default one. */
  Found choiceDefaults(Symbol choiceA, Symbol choiceB) {
    List<Property> before = DefaultBlame.lines(choiceA);
    List<Property> after = DefaultBlame.lines(choiceB);
    if (before.size() != after.size()) {
      return Found.RULE;
    }
    Found found = Found.NOTHING;
    for (int i = 0; i < before.size(); i++) {
      String member = Blame.text(Objects.requireNonNull(before.get(i).value()));
      boolean same = member.equals(Blame.text(after.get(i).value()));
      found =
          found.and(
              same
                  ? blame.dependency(before.get(i).condition(), after.get(i).condition())
                  : Found.RULE);
    }
    return found;
  }
}
