package dev.unprobed.kconfig.dotconfig;

import dev.unprobed.kconfig.Generation;
import dev.unprobed.kconfig.dialect.Trait;
import dev.unprobed.kconfig.eval.Evaluation;
import dev.unprobed.kconfig.eval.Tristate;
import dev.unprobed.kconfig.tree.MenuNode;
import dev.unprobed.kconfig.tree.Property;
import dev.unprobed.kconfig.tree.Symbol;
import dev.unprobed.kconfig.tree.SymbolType;
import java.util.BitSet;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes the values of an evaluation as {@code .config} or defconfig (confdata.c). Use once. */
public final class ConfigText {
  private final Evaluation evaluation;
  private final Generation generation;
  private final String prefix;
  private final StringBuilder text = new StringBuilder(1 << 17);

  /** Symbols are written where they first show, though they may have several definitions. */
  private final BitSet written = new BitSet();

  private boolean emptyLineDue;

  /**
   * @param prefix of symbol names, usually {@code CONFIG_}
   */
  public ConfigText(Evaluation evaluation, String prefix) {
    this.evaluation = evaluation;
    this.generation = evaluation.tree().generation();
    this.prefix = prefix;
  }

  /** The whole configuration, menu by menu. */
  public String dotConfig() {
    heading(text, evaluation, "#", "#", "#");
    return body();
  }

  /** The whole configuration below lines of a project's own. */
  public String dotConfig(String heading) {
    text.append(heading);
    return body();
  }

  private String body() {
    if (!evaluation.changed()) {
      evaluation.invalidate();
    }
    MenuNode root = evaluation.tree().root();
    MenuNode node = root.child();
    while (node != null) {
      enter(node);
      if (node.child() != null) {
        node = node.child();
        continue;
      }
      node = leave(node, root);
    }
    return text.toString();
  }

  private void enter(MenuNode node) {
    Symbol symbol = node.symbol();
    if (symbol == null) {
      if (evaluation.menuVisible(node)) {
        text.append("\n#\n# ").append(prompt(node)).append("\n#\n");
        emptyLineDue = false;
      }
    } else if (!symbol.choice() && !written.get(symbol.id())) {
      evaluation.compute(symbol);
      if (evaluation.written(symbol) || generation.has(Trait.EVERY_SYMBOL_WRITTEN)) {
        if (emptyLineDue) {
          text.append('\n');
          emptyLineDue = false;
        }
        written.set(symbol.id());
        assignment(symbol);
      }
    }
  }

  /** Closes menus that end here; returns the node to go on with. */
  private @Nullable MenuNode leave(MenuNode from, MenuNode root) {
    MenuNode node = from;
    while (true) {
      Property prompt = node.prompt();
      boolean menu = prompt != null && prompt.kind() == Property.Kind.MENU;
      boolean closed = node == from ? generation.endsOfEmptyMenus() : generation.endsOfMenus();
      menu &= closed && node.symbol() == null && node != root;
      if (menu && evaluation.menuVisible(node)) {
        text.append("# end of ").append(prompt(node)).append('\n');
        emptyLineDue = true;
      }
      if (node.next() != null) {
        return node.next();
      }
      MenuNode parent = node.parent();
      if (parent == null) {
        return null;
      }
      node = parent;
    }
  }

  private static String prompt(MenuNode node) {
    return Objects.requireNonNull(node.prompt()).prompt();
  }

  /** Only what differs from the defaults. */
  public String defconfig() {
    evaluation.invalidate();
    MenuNode root = evaluation.tree().root();
    boolean byPriority = evaluation.tree().generation().choicesByPriority();
    for (MenuNode node = root.following(root); node != null; node = node.following(root)) {
      Symbol symbol = node.symbol();
      if (symbol == null && !byPriority) {
        // What is visible is computed here, and computing is when conf warns.
        evaluation.menuVisible(node);
      } else if (symbol != null && !symbol.choice() && belongsToDefconfig(symbol)) {
        assignment(symbol);
      }
    }
    return text.toString();
  }

  private boolean belongsToDefconfig(Symbol symbol) {
    evaluation.compute(symbol);
    if (!evaluation.written(symbol)) {
      return false;
    }
    evaluation.markUnwritten(symbol);
    boolean member = symbol.owner() != null && generation.choicesDecideAll();
    if (!member && !evaluation.changeable(symbol)) {
      return false;
    }
    boolean isDefault = evaluation.text(symbol).equals(new Defaults(evaluation).text(symbol));
    return !isDefault && !isDefaultMember(symbol);
  }

  private boolean isDefaultMember(Symbol symbol) {
    Symbol choice = symbol.owner();
    if (choice == null || evaluation.logicalValue(symbol) != Tristate.Y) {
      return false;
    }
    boolean mustBeOn = !choice.optional() && symbol.type() == SymbolType.BOOL;
    return mustBeOn && evaluation.defaultMember(choice) == symbol;
  }

  private void assignment(Symbol symbol) {
    text.append(assignment(evaluation, prefix, symbol));
  }

  /** The line of one symbol, {@code # X is not set} when it is n. */
  public static String assignment(Evaluation evaluation, String prefix, Symbol symbol) {
    if (symbol.type() == SymbolType.UNKNOWN) {
      return "";
    }
    String value = evaluation.currentText(symbol);
    if (symbol.type() == SymbolType.INT && value.isEmpty() && everySymbol(evaluation)) {
      value = "0";
    }
    if (symbol.type().logical() && value.equals("n")) {
      return "# " + prefix + symbol.name() + " is not set\n";
    }
    boolean raw = evaluation.tree().generation().has(Trait.RAW_STRINGS);
    String text =
        raw && symbol.type() == SymbolType.STRING ? '"' + value + '"' : written(symbol, value);
    return prefix + symbol.name() + "=" + text + "\n";
  }

  private static boolean everySymbol(Evaluation evaluation) {
    return evaluation.tree().generation().has(Trait.EVERY_SYMBOL_WRITTEN);
  }

  /** A value as it stands in a {@code .config}. */
  public static String written(Symbol symbol, String value) {
    return symbol.type() == SymbolType.STRING ? ConfigLines.escape(value) : value;
  }

  /** The four lines at the top of a generated file. */
  static void heading(
      StringBuilder out, Evaluation evaluation, String open, String line, String close) {
    out.append(open).append('\n');
    out.append(line).append(" Automatically generated file; DO NOT EDIT.\n");
    out.append(line).append(' ').append(prompt(evaluation.tree().root())).append('\n');
    out.append(close).append('\n');
  }
}
