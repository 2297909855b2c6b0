package dev.unprobed.kconfig.tree;

import dev.unprobed.kconfig.source.Diagnostic;
import dev.unprobed.kconfig.source.Location;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds symbols whose value depends on itself (symbol.c: sym_check_deps). A choice and its members
 * are one knot: each of them is reached through the choice, and a member that depends on another
 * one is a loop.
 */
final class RecursionCheck {
  private static final String HINT =
      "break the chain at one of these lines; a select can often become a depends on";

  private final MenuTree tree;
  private final boolean plain;
  private final BitSet open = new BitSet();
  private final BitSet seen = new BitSet();

  /**
   * Expressions that were found sound. Their symbols are all closed, and closed symbols stay so.
   */
  private final BitSet soundExprs = new BitSet();

  private final List<Step> path = new ArrayList<>();
  private final List<Diagnostic> errors = new ArrayList<>();

  RecursionCheck(MenuTree tree) {
    this.tree = tree;
    plain = tree.generation().plainConditions();
  }

  List<Diagnostic> errors() {
    return errors;
  }

  /** A symbol being looked at, how it leads to the next one, and where that is written. */
  private static final class Step {
    final Symbol symbol;
    String relation = "depends on";
    @Nullable Location location;

    Step(Symbol symbol) {
      this.symbol = symbol;
    }
  }

  /**
   * Follows everything that the value of {@code symbol} depends on; false when that includes
   * itself.
   */
  boolean check(Symbol symbol) {
    if (open.get(symbol.id)) {
      report(symbol);
      return false;
    }
    if (seen.get(symbol.id)) {
      return true;
    }
    Symbol choice = tree.generation().choicesByPriority() ? Choices.around(symbol) : symbol.owner;
    if (choice != null) {
      return checkFrom(symbol, "is a member of", () -> check(choice));
    }
    if (symbol.choice) {
      return checkFrom(symbol, "contains", () -> checkChoice(symbol));
    }
    open.set(symbol.id);
    seen.set(symbol.id);
    boolean sound = checkDependencies(symbol);
    open.clear(symbol.id);
    return sound;
  }

  private interface Check {
    boolean holds();
  }

  private boolean checkFrom(Symbol symbol, String relation, Check next) {
    Step step = new Step(symbol);
    step.relation = relation;
    path.add(step);
    boolean sound = next.holds();
    path.removeLast();
    return sound;
  }

  private boolean checkChoice(Symbol choice) {
    List<Symbol> members = membersOf(choice);
    for (Symbol member : members) {
      open.set(member.id);
      seen.set(member.id);
    }
    open.set(choice.id);
    seen.set(choice.id);
    boolean sound = checkDependencies(choice);
    open.clear(choice.id);
    for (int i = 0; sound && i < members.size(); i++) {
      sound = checkDependencies(members.get(i));
    }
    members.forEach(member -> open.clear(member.id));
    return sound;
  }

  private List<Symbol> membersOf(Symbol choice) {
    if (!tree.generation().choicesByPriority()) {
      return choice.members;
    }
    List<Symbol> members = new ArrayList<>();
    MenuNode node = choice.definitions.getFirst();
    for (MenuNode in = node.following(node); in != null; in = in.following(node)) {
      if (in.symbol != null) {
        members.add(in.symbol);
      }
    }
    return members;
  }

  private boolean checkDependencies(Symbol symbol) {
    Step step = new Step(symbol);
    path.add(step);
    boolean sound =
        checkExpr(step, "depends on", null, symbol.directDependency)
            && checkExpr(step, "is selected by", null, symbol.reverseDependency)
            && checkExpr(step, "is implied by", null, symbol.weakReverseDependency)
            && checkDefinitions(step, symbol)
            && checkProperties(step, symbol);
    path.removeLast();
    return sound;
  }

  /** 6.1 keeps a property for each definition, whose condition is the definition's dependency. */
  private boolean checkDefinitions(Step step, Symbol symbol) {
    if (tree.generation().choicesByPriority()) {
      return true;
    }
    for (MenuNode node : symbol.definitions) {
      if (!checkExpr(step, "depends on", node.location, node.dependency)) {
        return false;
      }
    }
    return true;
  }

  private boolean checkProperties(Step step, Symbol symbol) {
    for (Property property : symbol.properties) {
      if (property.kind == Property.Kind.SELECT || property.kind == Property.Kind.IMPLY) {
        continue;
      }
      String visible = "has a " + property.kind.text() + " that is visible depending on";
      if (!checkExpr(step, visible, property.location, property.condition)) {
        return false;
      }
      boolean range = property.kind == Property.Kind.RANGE && plain;
      boolean valued = (property.kind == Property.Kind.DEFAULT || range) && !symbol.choice;
      if (valued
          && !checkExpr(
              step,
              "has a " + property.kind.text() + " that contains",
              property.location,
              property.value)) {
        return false;
      }
    }
    return true;
  }

  private boolean checkExpr(
      Step step, String relation, @Nullable Location location, @Nullable Expr expr) {
    step.relation = relation;
    step.location = location;
    return expr == null || checkExpr(expr);
  }

  private boolean checkExpr(Expr expr) {
    if (soundExprs.get(expr.id)) {
      return true;
    }
    boolean sound = checkParts(expr);
    if (sound) {
      soundExprs.set(expr.id);
    }
    return sound;
  }

  private boolean checkParts(Expr expr) {
    return switch (expr.kind) {
      case OR, AND -> checkExpr(expr.left) && checkExpr(expr.right);
      case NOT -> checkExpr(expr.left);
      case SYMBOL -> check(expr.leftSymbol);
      case RANGE -> !plain || check(expr.leftSymbol) && check(expr.rightSymbol);
      case EQUAL, UNEQUAL, LESS, LESS_EQUAL, GREATER, GREATER_EQUAL ->
          check(expr.leftSymbol) && check(expr.rightSymbol);
    };
  }

  private void report(Symbol symbol) {
    int first = path.size() - 1;
    while (first > 0 && path.get(first).symbol != symbol) {
      first--;
    }
    StringBuilder chain = new StringBuilder("recursive dependency");
    for (int i = first; i < path.size(); i++) {
      Step step = path.get(i);
      Symbol next = i + 1 < path.size() ? path.get(i + 1).symbol : symbol;
      if (step.symbol != next) {
        chain
            .append("\n  ")
            .append(locationOf(step))
            .append(": ")
            .append(step.symbol.displayName());
        chain.append(' ').append(step.relation).append(' ').append(next.displayName());
      }
    }
    if (first == path.size() - 1) {
      Step step = path.get(first);
      chain.append("\n  ").append(locationOf(step)).append(": ").append(symbol.displayName());
      chain.append(' ').append(step.relation).append(" itself");
    }
    Location at = locationOf(path.get(first));
    errors.add(
        new Diagnostic(
            at.file(), at.line(), 1, "recursive-dependency", chain.toString(), null, HINT));
  }

  private static Location locationOf(Step step) {
    if (step.location != null) {
      return step.location;
    }
    List<MenuNode> definitions = step.symbol.definitions;
    return definitions.isEmpty() ? new Location("<none>", 0) : definitions.getFirst().location;
  }
}
