package dev.unprobed.prove.condition;

import dev.unprobed.kconfig.source.Diagnostic;
import dev.unprobed.kconfig.source.KconfigException;
import dev.unprobed.kconfig.tree.Expr;
import dev.unprobed.kconfig.tree.Symbol;
import org.jspecify.annotations.Nullable;

/**
 * Reads a condition: {@code ||} binds least, then {@code &&}, then {@code !}; comparisons are
 * between a symbol and a symbol, a number or a text in quotes.
 *
 * <p>Throws a {@link KconfigException} with the place when the text is no condition, or names what
 * is no symbol.
 */
public final class ConditionParser {
  private static final int DEEPEST = 500;

  private final ConditionLexer lexer;
  private final SymbolNames names;
  private int depth;

  private ConditionParser(ConditionLexer lexer, SymbolNames names) {
    this.lexer = lexer;
    this.names = names;
  }

  /**
   * Reads a text that is one condition.
   *
   * @param path what the user knows the text by, such as {@code --when}
   * @param text a byte string
   */
  public static Condition parse(String path, String text, SymbolNames names) {
    ConditionParser parser = new ConditionParser(new ConditionLexer(path, text), names);
    Condition condition = parser.disjunction();
    if (!parser.lexer.atEnd()) {
      throw parser.lexer.error("expected an operator or the end");
    }
    return condition;
  }

  private Condition disjunction() {
    Condition left = conjunction();
    while (lexer.take("||")) {
      left = new Condition.Or(left, conjunction());
    }
    return left;
  }

  private Condition conjunction() {
    Condition left = operand();
    while (lexer.take("&&")) {
      left = new Condition.And(left, operand());
    }
    return left;
  }

  private Condition operand() {
    if (++depth > DEEPEST) {
      throw lexer.error("more than " + DEEPEST + " operators inside each other");
    }
    Condition operand = unary();
    depth--;
    return operand;
  }

  private Condition unary() {
    if (lexer.take("!")) {
      return new Condition.Not(operand());
    }
    if (!lexer.take("(")) {
      return comparison();
    }
    Condition inner = disjunction();
    if (!lexer.take(")")) {
      throw lexer.error("expected ')'");
    }
    return inner;
  }

  private Condition comparison() {
    Symbol left = symbol(lexer.word(), lexer.wordColumn());
    Expr.Kind kind = comparisonKind();
    if (kind == null) {
      return new Condition.Value(left);
    }
    String quoted = lexer.quoted();
    if (quoted != null) {
      return constantOrSymbol(kind, left, quoted);
    }
    String word = lexer.word();
    boolean number =
        !word.isEmpty() && (word.charAt(0) == '-' || Character.isDigit(word.charAt(0)));
    return number && names.find(word) == null
        ? new Condition.TextComparison(kind, left, word)
        : new Condition.Comparison(kind, left, symbol(word, lexer.wordColumn()));
  }

  /** In quotes, y, m and n are still the values. */
  private Condition constantOrSymbol(Expr.Kind kind, Symbol left, String quoted) {
    boolean value = quoted.equals("y") || quoted.equals("m") || quoted.equals("n");
    return value
        ? new Condition.Comparison(kind, left, symbol(quoted, lexer.wordColumn()))
        : new Condition.TextComparison(kind, left, quoted);
  }

  private Expr.@Nullable Kind comparisonKind() {
    for (Expr.Kind kind :
        new Expr.Kind[] {
          Expr.Kind.UNEQUAL,
          Expr.Kind.LESS_EQUAL,
          Expr.Kind.GREATER_EQUAL,
          Expr.Kind.EQUAL,
          Expr.Kind.LESS,
          Expr.Kind.GREATER
        }) {
      if (lexer.take(kind.operator())) {
        return kind;
      }
    }
    return null;
  }

  private Symbol symbol(String name, int column) {
    Symbol symbol = names.find(name);
    if (symbol != null) {
      return symbol;
    }
    String hint = names.hint(name);
    throw new KconfigException(
        new Diagnostic(
            lexer.path(),
            1,
            column,
            "unknown-symbol",
            "no Kconfig file that was read knows \"" + name + "\"",
            lexer.text(),
            hint.isEmpty() ? null : hint));
  }
}
