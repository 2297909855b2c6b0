package dev.unprobed.kconfig.target;

import dev.unprobed.kconfig.eval.Evaluation;
import dev.unprobed.kconfig.eval.Tristate;
import dev.unprobed.kconfig.tree.Expr;
import dev.unprobed.kconfig.tree.ExprPrinter;
import dev.unprobed.kconfig.tree.MenuNode;
import dev.unprobed.kconfig.tree.Property;
import dev.unprobed.kconfig.tree.Symbol;
import dev.unprobed.kconfig.tree.SymbolType;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The text that conf shows when somebody asks for help about a symbol (menu.c: menu_get_ext_help).
 */
final class SymbolHelp {
  private static final int DEEPEST_LOCATION = 8;

  private final Evaluation evaluation;
  private final String prefix;
  private final StringBuilder text = new StringBuilder();

  SymbolHelp(Evaluation evaluation, String prefix) {
    this.evaluation = evaluation;
    this.prefix = prefix;
  }

  /** The help of one place in the menu. */
  String of(MenuNode node) {
    Symbol symbol = node.symbol();
    if (node.help() == null) {
      text.append("There is no help available for this option.\n");
    } else {
      if (symbol != null && symbol.name() != null) {
        text.append(prefix).append(symbol.name()).append(":\n\n");
      }
      text.append(node.help()).append('\n');
    }
    if (symbol != null) {
      describe(symbol);
    }
    return text.toString();
  }

  private void describe(Symbol symbol) {
    if (symbol.name() != null) {
      text.append("Symbol: ")
          .append(symbol.name())
          .append(" [=")
          .append(value(symbol))
          .append("]\n");
      text.append("Type  : ").append(symbol.type().text()).append('\n');
      Expr range = evaluation.range(symbol);
      if (range != null) {
        text.append("Range : ");
        print(range);
        text.append('\n');
      }
    }
    symbol.definitions().forEach(this::definitionWithPrompt);
    symbol.definitions().forEach(this::definitionWithoutPrompt);
    targets(symbol, Property.Kind.SELECT, "Selects: ");
    reverse(symbol.reverseDependency(), "Selected by");
    targets(symbol, Property.Kind.IMPLY, "Implies: ");
    reverse(symbol.weakReverseDependency(), "Implied by");
    text.append("\n\n");
  }

  private void definitionWithPrompt(MenuNode node) {
    Property prompt = node.prompt();
    if (prompt == null) {
      return;
    }
    text.append("Defined at ").append(node.location()).append('\n');
    text.append("  Prompt: ").append(prompt.prompt()).append('\n');
    condition(node.dependency(), "  Depends on: ");
    if (!evaluation.tree().sameCondition(node.dependency(), prompt.condition())) {
      condition(prompt.condition(), "  Visible if: ");
    }
    location(node);
  }

  private void definitionWithoutPrompt(MenuNode node) {
    if (node.prompt() == null) {
      text.append("Defined at ").append(node.location()).append('\n');
      condition(node.dependency(), "  Depends on: ");
    }
  }

  private void condition(@Nullable Expr condition, String title) {
    if (condition != null && !isYes(condition)) {
      text.append(title);
      print(condition);
      text.append('\n');
    }
  }

  private boolean isYes(Expr expr) {
    return expr.kind() == Expr.Kind.SYMBOL && expr.leftSymbol() == evaluation.tree().yes();
  }

  private void location(MenuNode node) {
    List<MenuNode> path = new ArrayList<>();
    boolean accessible = false;
    boolean untilAccessible = evaluation.tree().generation().choicesByPriority();
    MenuNode at = node;
    while (at != evaluation.tree().root() && path.size() < DEEPEST_LOCATION) {
      // conf looks for the first menu that can be reached, which computes values on the way.
      if (!untilAccessible || !accessible) {
        accessible |= evaluation.menuVisible(at);
      }
      path.add(at);
      at = Objects.requireNonNull(at.parent());
    }
    text.append("  Location:\n");
    int indent = 4;
    for (MenuNode step : path.reversed()) {
      step(step, indent);
      indent += 2;
    }
  }

  private void step(MenuNode node, int indent) {
    Symbol symbol = node.symbol();
    Property prompt = node.prompt();
    String title =
        prompt != null ? prompt.prompt() : symbol != null ? symbol.displayName() : "(null)";
    text.repeat(' ', indent).append("-> ").append(title);
    if (symbol != null) {
      text.append(" (")
          .append(symbol.displayName())
          .append(" [=")
          .append(value(symbol))
          .append("])");
    }
    text.append('\n');
  }

  private void targets(Symbol symbol, Property.Kind kind, String title) {
    String before = title;
    for (Property property : symbol.properties()) {
      if (property.kind() == kind && property.value() != null) {
        text.append(before);
        print(property.value());
        before = " && ";
      }
    }
    if (!before.equals(title)) {
      text.append('\n');
    }
  }

  private void reverse(@Nullable Expr reverse, String title) {
    if (reverse == null) {
      return;
    }
    for (int value : new int[] {Tristate.Y, Tristate.M, Tristate.N}) {
      int before = text.length();
      reverse(reverse, value);
      if (text.length() > before) {
        text.insert(before, title + " [" + Tristate.text(value) + "]:\n");
      }
    }
  }

  private void reverse(Expr expr, int value) {
    if (expr.kind() == Expr.Kind.OR) {
      reverse(expr.left(), value);
      reverse(expr.right(), value);
    } else if (evaluation.value(expr) == value) {
      text.append("  - ");
      print(expr);
      text.append('\n');
    }
  }

  private void print(Expr expr) {
    new ExprPrinter(text, this::appendWithValue).print(expr);
  }

  private void appendWithValue(StringBuilder out, Symbol symbol) {
    out.append(symbol.name());
    if (symbol.type() != SymbolType.UNKNOWN) {
      out.append(" [=").append(value(symbol)).append(']');
    }
  }

  private String value(Symbol symbol) {
    return evaluation.knownText(symbol);
  }
}
