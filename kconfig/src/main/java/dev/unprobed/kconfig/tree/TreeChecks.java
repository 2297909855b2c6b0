package dev.unprobed.kconfig.tree;

import dev.unprobed.kconfig.source.Diagnostic;
import dev.unprobed.kconfig.source.Location;
import java.util.ArrayList;
import java.util.List;

/**
 * What makes conf refuse a tree as a whole: recursive dependencies, broken choices and transitional
 * symbols.
 */
final class TreeChecks {
  private static final String TRANSITIONAL =
      "a transitional symbol can only have a type and a help text";

  private static final String TRANSITIONAL_HINT =
      "take out what else it has and the ifs around it, or the line transitional";

  private final MenuTree tree;
  private final List<Diagnostic> errors = new ArrayList<>();

  private TreeChecks(MenuTree tree) {
    this.tree = tree;
  }

  /** The errors, none when the tree is sound. */
  static List<Diagnostic> check(MenuTree tree) {
    TreeChecks checks = new TreeChecks(tree);
    if (tree.generation().recursionRefused()) {
      checks.checkRecursion();
    }
    if (tree.generation().choicesByPriority()) {
      checks.checkNodes();
    }
    return checks.errors;
  }

  private void checkRecursion() {
    RecursionCheck recursion = new RecursionCheck(tree);
    if (!tree.generation().choicesByPriority()) {
      tree.inTableOrder().forEach(recursion::check);
    } else {
      MenuNode root = tree.root();
      for (MenuNode node = root.following(root); node != null; node = node.following(root)) {
        if (node.symbol != null) {
          recursion.check(node.symbol);
        }
      }
    }
    errors.addAll(recursion.errors());
  }

  private void checkNodes() {
    MenuNode root = tree.root();
    for (MenuNode node = root.following(root); node != null; node = node.following(root)) {
      if (node.symbol != null && node.symbol.transitional) {
        checkTransitional(node, node.symbol);
      }
      if (node.symbol != null && node.symbol.choice) {
        for (MenuNode in = node.following(node); in != null; in = in.following(node)) {
          if (in.symbol != null) {
            checkMember(in, in.symbol);
          }
        }
      }
    }
  }

  private void checkTransitional(MenuNode node, Symbol symbol) {
    boolean conditional = !isYes(node.dependency) || !isYes(node.visibility);
    if (conditional) {
      error(node.location, "transitional", TRANSITIONAL, TRANSITIONAL_HINT);
    } else if (!symbol.properties.isEmpty()) {
      error(symbol.properties.getFirst().location, "transitional", TRANSITIONAL, TRANSITIONAL_HINT);
    }
  }

  private boolean isYes(@org.jspecify.annotations.Nullable Expr expr) {
    return expr == null || expr.is(tree.yes());
  }

  private void checkMember(MenuNode node, Symbol member) {
    boolean anywhereElse = tree.generation().membersPromptedOnce();
    for (Property property : member.properties) {
      if (property.kind == Property.Kind.DEFAULT) {
        error(
            property.location,
            "choice-member-default",
            "a choice member cannot have a default",
            "give the choice a default: the name of a member");
      }
      boolean outside =
          property.node != node && (anywhereElse || property.node.parent != node.parent);
      if (outside && property.kind == Property.Kind.PROMPT) {
        error(
            property.location,
            "choice-member-prompt",
            "a choice member has a prompt outside its choice",
            "only its definition inside the choice can have one");
      }
    }
  }

  private void error(Location at, String check, String message, String hint) {
    errors.add(new Diagnostic(at.file(), at.line(), 1, check, message, null, hint));
  }
}
