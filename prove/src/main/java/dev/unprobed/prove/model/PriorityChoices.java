package dev.unprobed.prove.model;

import dev.unprobed.kconfig.tree.MenuNode;
import dev.unprobed.kconfig.tree.Symbol;
import dev.unprobed.kconfig.tree.SymbolType;
import dev.unprobed.prove.sat.Cnf;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Choices since Linux 6.11. The file names one member, and that one is on: exactly one of those
 * that are visible, whichever it is.
 */
final class PriorityChoices implements Choices {
  private final Logic logic;
  private final Visibility visibility;
  private final Lines lines;
  private final Values values;

  PriorityChoices(Logic logic, Visibility visibility, Lines lines, Values values) {
    this.logic = logic;
    this.visibility = visibility;
    this.lines = lines;
    this.values = values;
  }

  @Override
  public void check(Symbol choice) {
    if (choice.definitions().size() != 1) {
      throw Unmodelled.symbol(choice, "is a choice in several places");
    }
    Set<Symbol> inside = new HashSet<>();
    MenuNode node = choice.definitions().getFirst();
    for (MenuNode in = node.following(node); in != null; in = in.following(node)) {
      if (in.symbol() != null) {
        inside.add(in.symbol());
      }
    }
    for (Symbol member : choice.members()) {
      if (member.owner() != choice || member.type() != SymbolType.BOOL || member.transitional()) {
        throw Unmodelled.symbol(member, "is a member of a choice, and something else as well");
      }
    }
    if (!inside.equals(new HashSet<>(choice.members()))) {
      throw Unmodelled.symbol(choice, "is a choice around symbols that are no members");
    }
  }

  /** Nothing asks for it. */
  @Override
  public Pair mode(Symbol choice) {
    return Pair.NO;
  }

  @Override
  public void constrain(Symbol choice) {
    Cnf cnf = logic.cnf();
    List<Symbol> members = choice.members();
    int[] on = new int[members.size()];
    int any = Cnf.FALSE;
    for (int i = 0; i < on.length; i++) {
      int visible = visibility.prompts(members.get(i)).m();
      on[i] = values.logical(members.get(i)).y();
      cnf.add(-on[i], visible);
      any = cnf.or(any, visible);
    }
    int said = lines.choice(choice);
    for (int i = 0; i < on.length; i++) {
      for (int j = i + 1; j < on.length; j++) {
        cnf.add(-said, -on[i], -on[j]);
      }
    }
    int anyOn = Cnf.FALSE;
    for (int literal : on) {
      anyOn = cnf.or(anyOn, literal);
    }
    cnf.add(-said, -any, anyOn);
  }
}
