package dev.unprobed.kconfig.eval;

import dev.unprobed.kconfig.tree.Property;
import dev.unprobed.kconfig.tree.Symbol;
import dev.unprobed.kconfig.tree.SymbolType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Choices up to Linux 6.10: the choice is a symbol with a value of its own, its mode. In mode y
 * just one member is y, in mode m any number of tristate members are m.
 */
final class ModeChoices implements ChoiceRules {
  private final State state;
  private final Values values;
  private final boolean decidesAll;
  private final Map<Symbol, List<Named>> named = new HashMap<>();

  /** A member and the value that a line gave it. */
  private record Named(Symbol member, int value) {}

  ModeChoices(State state, Values values) {
    this.state = state;
    this.values = values;
    decidesAll = state.tree.generation().choicesDecideAll();
  }

  @Override
  public void beforeValue(Symbol symbol) {
    if (symbol.owner() != null && state.has(symbol, State.SET_MEMBERS_FIRST)) {
      state.clear(symbol, State.SET_MEMBERS_FIRST);
      values.compute(symbol.owner());
    }
  }

  @Override
  public boolean decides(Symbol member) {
    if (decidesAll) {
      return member.owner() != null;
    }
    return member.owner() != null && state.visible[member.id()] == Tristate.Y;
  }

  @Override
  public int memberValue(Symbol member) {
    Symbol choice = Objects.requireNonNull(member.owner());
    if (decidesAll && state.visible[member.id()] != Tristate.Y) {
      boolean wanted =
          state.has(member, State.USER) && state.userLogical[member.id()] != Tristate.N;
      return wanted && state.visible[member.id()] == Tristate.M ? Tristate.M : Tristate.N;
    }
    return state.chosen[choice.id()] == member ? Tristate.Y : Tristate.N;
  }

  /** A tristate member that can only be m disappears while the mode is y. */
  @Override
  public int limitVisibility(Symbol symbol, int visibility) {
    Symbol choice = symbol.owner();
    boolean hidden =
        choice != null
            && !state.tree.generation().walksMenu()
            && symbol.type() == SymbolType.TRISTATE
            && visibility == Tristate.M
            && state.logical[choice.id()] == Tristate.Y;
    return hidden ? Tristate.N : visibility;
  }

  @Override
  public void chooseMember(Symbol choice) {
    state.chosen[choice.id()] = null;
    if (state.logical[choice.id()] == Tristate.Y) {
      state.chosen[choice.id()] = chosenMember(choice);
    }
  }

  private @Nullable Symbol chosenMember(Symbol choice) {
    boolean allByUser = true;
    for (Symbol member : choice.members()) {
      values.visibility().compute(member);
      if (state.visible[member.id()] != Tristate.N) {
        allByUser &= state.has(member, State.USER);
      }
    }
    if (!allByUser && !decidesAll && !state.tree.generation().walksMenu()) {
      state.setUserValueAside(choice);
    }
    Symbol wanted = state.userChosen[choice.id()];
    if (wanted != null && state.visible[wanted.id()] != Tristate.N) {
      return wanted;
    }
    Symbol member = defaultMember(choice);
    if (member == null && !decidesAll) {
      state.logical[choice.id()] = Tristate.N;
    }
    return member;
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
    for (Symbol member : choice.members()) {
      if (state.visible[member.id()] != Tristate.N) {
        return member;
      }
    }
    return null;
  }

  @Override
  public void afterValue(Symbol symbol) {
    if (!symbol.choice()) {
      return;
    }
    if (state.has(symbol, State.WRITE)) {
      for (Symbol member : symbol.members()) {
        if (state.visible[member.id()] != Tristate.N) {
          state.set(member, State.WRITE);
        }
      }
    }
    state.clear(symbol, State.WRITE);
    if (state.has(symbol, State.SET_MEMBERS_FIRST)) {
      setAllMembers(symbol);
    }
  }

  /** Members that nobody spoke of are off; the choice counts as set by the user. */
  void setAllMembers(Symbol choice) {
    for (Symbol member : choice.members()) {
      if (!state.has(member, State.USER)) {
        state.userLogical[member.id()] = Tristate.N;
      }
    }
    state.set(choice, State.USER);
    state.clear(choice, State.VALID);
    state.clear(choice, State.SET_MEMBERS_FIRST);
  }

  @Override
  public void forget() {
    named.clear();
  }

  @Override
  public void prefer(Symbol member) {
    Symbol choice = member.owner();
    if (choice != null) {
      int value = state.userLogical[member.id()];
      named.computeIfAbsent(choice, key -> new ArrayList<>()).add(new Named(member, value));
    }
  }

  @Override
  public void adopt(ChoiceRules other) {
    named.clear();
    ((ModeChoices) other)
        .named.forEach((choice, members) -> named.put(choice, new ArrayList<>(members)));
  }

  /** What the other lines said is said again (confdata.c: conf_read_simple). */
  @Override
  public void withdraw(Symbol member) {
    Symbol choice = member.owner();
    if (choice == null) {
      return;
    }
    List<Named> left = named.getOrDefault(choice, new ArrayList<>());
    left.removeIf(line -> line.member == member);
    state.set(choice, State.USER);
    state.userChosen[choice.id()] = null;
    int mode = Tristate.N;
    for (Named line : left) {
      if (line.value == Tristate.M && mode == Tristate.Y) {
        state.clear(choice, State.USER);
      }
      if (line.value == Tristate.Y) {
        state.userChosen[choice.id()] = line.member;
      }
      mode = Math.max(mode, line.value);
    }
    state.userLogical[choice.id()] = (byte) mode;
  }
}
