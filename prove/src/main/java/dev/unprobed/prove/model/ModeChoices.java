package dev.unprobed.prove.model;

import dev.unprobed.kconfig.Generation;
import dev.unprobed.kconfig.tree.Expr;
import dev.unprobed.kconfig.tree.Property;
import dev.unprobed.kconfig.tree.Symbol;
import dev.unprobed.kconfig.tree.SymbolType;
import dev.unprobed.prove.sat.Cnf;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Choices up to Linux 6.10: the choice has a value, its mode, and mode y chooses one member.
 *
 * <p>The mode that a file asks for is the highest value among the lines of the members, and the
 * member that it wants is the last one with a line y; a line m below a line y makes conf forget the
 * mode that the file asked for. These lines are the values of the members, so the mode depends on
 * the members and they on the mode. What breaks the circle is that the mode falls from y to n when
 * no member would be visible in mode y: that is asked of the members' conditions with y in the
 * place of the choice.
 */
final class ModeChoices implements Choices {
  private final Logic logic;
  private final Generation generation;
  private final Visibility visibility;
  private final Lines lines;
  private final Expressions expressions;
  private final Values values;
  private final FileOrder order;

  ModeChoices(
      Logic logic,
      Generation generation,
      Visibility visibility,
      Lines lines,
      Expressions expressions,
      Values values,
      FileOrder order) {
    this.logic = logic;
    this.generation = generation;
    this.visibility = visibility;
    this.lines = lines;
    this.expressions = expressions;
    this.values = values;
    this.order = order;
  }

  @Override
  public void check(Symbol choice) {
    if (!choice.type().logical() || choice.owner() != null) {
      throw Unmodelled.symbol(choice, "is a choice without a type or inside another one");
    }
    for (Symbol member : choice.members()) {
      if (member.choice() || !member.type().logical()) {
        throw Unmodelled.symbol(member, "is a member of a choice without being on or off");
      }
      for (Property property : member.properties()) {
        // conf would read the mode before it has computed it.
        boolean limited = property.condition() != null && mentions(property.condition(), choice);
        if (property.visible() && !limited) {
          throw Unmodelled.symbol(member, "is a member of a choice with a prompt outside of it");
        }
      }
    }
    for (Property property : choice.properties()) {
      boolean member =
          property.valueSymbol() != null && choice.members().contains(property.valueSymbol());
      if (property.kind() == Property.Kind.DEFAULT && !member) {
        throw Unmodelled.symbol(choice, "is a choice with a default that is no member");
      }
    }
  }

  /** Whether the expression is n where the choice is n, as far as its form shows. */
  private static boolean mentions(Expr expr, Symbol choice) {
    return switch (expr.kind()) {
      case AND -> mentions(expr.left(), choice) || mentions(expr.right(), choice);
      // A choice in one operand only would not limit the other one.
      case OR -> mentions(expr.left(), choice) && mentions(expr.right(), choice);
      case NOT, RANGE -> false;
      case SYMBOL, EQUAL -> expr.leftSymbol() == choice;
      case UNEQUAL, LESS, LESS_EQUAL, GREATER, GREATER_EQUAL -> false;
    };
  }

  @Override
  public Pair mode(Symbol choice) {
    return choice.type() == SymbolType.BOOL
        ? Pair.truth(modeVariable(choice))
        : new Pair(modeVariable(choice), modeVariable(choice));
  }

  /** Where the choice may say anything, nothing determines its mode. */
  private int modeVariable(Symbol choice) {
    Cnf cnf = logic.cnf();
    return lines.choice(choice) == Cnf.TRUE ? cnf.newVariable() : cnf.newInput();
  }

  @Override
  public void constrain(Symbol choice) {
    Cnf cnf = logic.cnf();
    Pair mode = values.logical(choice);
    Pair wanted = wantedMode(choice);
    int anyVisible = Cnf.FALSE;
    Expressions whileY = whileY(choice);
    for (Symbol member : choice.members()) {
      anyVisible = cnf.or(anyVisible, prompts(member, whileY, Cnf.TRUE).m());
    }
    int y = cnf.and(wanted.y(), anyVisible);
    int said = lines.choice(choice);
    logic.addEqual(said, mode, new Pair(cnf.or(y, cnf.and(wanted.m(), -wanted.y())), y));
    Map<Symbol, Pair> visible = new HashMap<>();
    for (Symbol member : choice.members()) {
      Pair prompts = prompts(member, expressions, mode.y());
      visible.put(member, visibility.promoted(member, prompts));
    }
    Map<Symbol, Integer> chosen =
        new ModeChoice(logic, expressions, values, choice, visible)
            .chosen(order.sorted(choice.members()), mode.y());
    for (Symbol member : choice.members()) {
      constrain(said, member, visible.get(member), chosen.get(member));
    }
  }

  /** What the lines about the members ask for, within what the choice itself allows. */
  private Pair wantedMode(Symbol choice) {
    Cnf cnf = logic.cnf();
    Pair highest = Pair.NO;
    int forgotten = Cnf.FALSE;
    for (Symbol member : order.sorted(choice.members())) {
      Pair value = values.logical(member);
      int onlyM = cnf.and(value.m(), -value.y());
      forgotten = cnf.or(forgotten, cnf.and(highest.y(), onlyM));
      highest = logic.max(highest, value);
    }
    Pair visible = visibility.prompts(choice);
    Pair byUser = logic.when(-forgotten, logic.min(highest, visible));
    return visibility.promoted(choice, logic.max(byUser, visibility.reverse(choice)));
  }

  /** Expressions with y in the place of the choice. */
  private Expressions whileY(Symbol choice) {
    return new Expressions(logic, generation, new WithMode(values, choice, logic.cnf()));
  }

  /** A tristate member that can only be m disappears while the mode is y. */
  private Pair prompts(Symbol member, Expressions in, int modeY) {
    Pair visible = Pair.NO;
    for (Property property : member.properties()) {
      if (property.visible()) {
        Pair prompt = in.value(property.condition());
        if (member.type() == SymbolType.TRISTATE) {
          prompt = new Pair(logic.cnf().choose(modeY, prompt.y(), prompt.m()), prompt.y());
        }
        visible = logic.max(visible, prompt);
      }
    }
    return visible;
  }

  private void constrain(
      int said, Symbol member, @Nullable Pair visible, @Nullable Integer chosen) {
    Cnf cnf = logic.cnf();
    if (visible == null || chosen == null) {
      throw new IllegalStateException(member.displayName());
    }
    Pair value = values.logical(member);
    logic.addEqual(cnf.and(said, visible.y()), value, Pair.truth(chosen));
    cnf.add(-said, -visible.m(), visible.y(), -value.y());
    Pair otherwise = visibility.promoted(member, visibility.defaults(member));
    logic.addEqual(cnf.and(said, -visible.m()), value, otherwise);
  }

  /** The values of symbols, where one choice is in mode y. */
  private record WithMode(Values all, Symbol choice, Cnf cnf) implements Values {
    @Override
    public Pair logical(Symbol symbol) {
      return symbol == choice ? Pair.YES : all.logical(symbol);
    }

    @Override
    public View view(Symbol symbol) {
      return symbol == choice ? View.logical(choice.type(), Pair.YES, cnf) : all.view(symbol);
    }

    @Override
    public View plain(Symbol symbol) {
      return all.plain(symbol);
    }
  }
}
