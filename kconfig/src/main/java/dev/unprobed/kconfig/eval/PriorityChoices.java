package dev.unprobed.kconfig.eval;

import dev.unprobed.kconfig.tree.MenuNode;
import dev.unprobed.kconfig.tree.Property;
import dev.unprobed.kconfig.tree.Symbol;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Choices since Linux 6.11: all bool; members stand in a list, the one that the user named last in
 * front, and the first of them that is y and visible is on.
 */
final class PriorityChoices implements ChoiceRules {
  private final State state;
  private final Values values;
  private final Map<Symbol, List<Symbol>> priorities = new HashMap<>();

  PriorityChoices(State state, Values values) {
    this.state = state;
    this.values = values;
  }

  @Override
  public void beforeValue(Symbol symbol) {}

  @Override
  public boolean decides(Symbol member) {
    return member.owner() != null;
  }

  @Override
  public int memberValue(Symbol member) {
    choose(Objects.requireNonNull(member.owner()));
    return state.logical[member.id()];
  }

  @Override
  public int limitVisibility(Symbol symbol, int visibility) {
    return visibility;
  }

  @Override
  public void chooseMember(Symbol choice) {}

  @Override
  public void afterValue(Symbol symbol) {
    if (symbol.choice() || symbol.transitional()) {
      state.clear(symbol, State.WRITE);
    }
  }

  /** Decides which member is on and gives all visible members their value. */
  @Nullable Symbol choose(Symbol choice) {
    Symbol chosen = wanted(choice);
    if (chosen == null) {
      chosen = defaultMember(choice);
      if (chosen != null && refused(chosen)) {
        chosen = null;
      }
    }
    if (chosen == null) {
      chosen = firstUnspoken(choice);
    }
    if (chosen == null) {
      chosen = leastRefused(choice);
    }
    MenuNode node = node(choice);
    for (MenuNode in = node.following(node); in != null; in = in.following(node)) {
      Symbol member = in.symbol();
      if (member != null && state.visible[member.id()] != Tristate.N) {
        state.logical[member.id()] = (byte) (member == chosen ? Tristate.Y : Tristate.N);
        state.set(member, State.VALID);
        state.set(member, State.WRITE);
      }
    }
    return chosen;
  }

  /**
   * The first visible member with the user value y. Members behind it are not looked at, as in
   * conf.
   */
  private @Nullable Symbol wanted(Symbol choice) {
    for (Symbol member : priority(choice)) {
      values.visibility().compute(member);
      boolean visible = state.visible[member.id()] != Tristate.N;
      if (visible
          && state.has(member, State.USER)
          && state.userLogical[member.id()] == Tristate.Y) {
        return member;
      }
    }
    return null;
  }

  private boolean refused(Symbol member) {
    return state.has(member, State.USER) && state.userLogical[member.id()] == Tristate.N;
  }

  @Override
  public @Nullable Symbol defaultMember(Symbol choice) {
    for (Property property : choice.properties()) {
      if (property.kind() == Property.Kind.DEFAULT && values.visibility().applies(property)) {
        Symbol member = Objects.requireNonNull(property.valueSymbol());
        if (state.visible[member.id()] != Tristate.N) {
          return member;
        }
      }
    }
    MenuNode node = node(choice);
    for (MenuNode in = node.following(node); in != null; in = in.following(node)) {
      Symbol member = in.symbol();
      if (member != null && state.visible[member.id()] != Tristate.N) {
        return member;
      }
    }
    return null;
  }

  private @Nullable Symbol firstUnspoken(Symbol choice) {
    MenuNode node = node(choice);
    for (MenuNode in = node.following(node); in != null; in = in.following(node)) {
      Symbol member = in.symbol();
      if (member != null
          && state.visible[member.id()] != Tristate.N
          && !state.has(member, State.USER)) {
        return member;
      }
    }
    return null;
  }

  private @Nullable Symbol leastRefused(Symbol choice) {
    for (Symbol member : priority(choice).reversed()) {
      if (state.visible[member.id()] != Tristate.N) {
        return member;
      }
    }
    return null;
  }

  /** The places in the lists stay: without user values they say nothing. */
  @Override
  public void forget() {}

  @Override
  public void prefer(Symbol member) {
    move(member, 0);
  }

  @Override
  public void adopt(ChoiceRules other) {
    priorities.clear();
    ((PriorityChoices) other)
        .priorities.forEach((choice, members) -> priorities.put(choice, new ArrayList<>(members)));
  }

  /** The user value itself decides; a place in the list says nothing without one. */
  @Override
  public void withdraw(Symbol member) {}

  /** Puts a member behind all that the user named. */
  void preferLeast(Symbol member) {
    move(member, Integer.MAX_VALUE);
  }

  private void move(Symbol member, int to) {
    Symbol choice = member.owner();
    if (choice == null) {
      return;
    }
    List<Symbol> members = priority(choice);
    if (members.remove(member)) {
      members.add(Math.min(to, members.size()), member);
    }
  }

  private List<Symbol> priority(Symbol choice) {
    return priorities.computeIfAbsent(choice, key -> new ArrayList<>(key.members()));
  }

  private static MenuNode node(Symbol choice) {
    return choice.definitions().getFirst();
  }
}
