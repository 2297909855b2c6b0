package dev.unprobed.prove.condition;

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
   * @param snippet where it stands
   */
  public static Condition parse(Snippet snippet, SymbolNames names) {
    ConditionParser parser = new ConditionParser(new ConditionLexer(snippet), names);
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
    Symbol left = symbol(lexer.word(), lexer.wordStart());
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
        : new Condition.Comparison(kind, left, symbol(word, lexer.wordStart()));
  }

  /** In quotes, y, m and n are still the values. */
  private Condition constantOrSymbol(Expr.Kind kind, Symbol left, String quoted) {
    boolean value = quoted.equals("y") || quoted.equals("m") || quoted.equals("n");
    return value
        ? new Condition.Comparison(kind, left, symbol(quoted, lexer.wordStart()))
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

  private Symbol symbol(String name, int start) {
    Symbol symbol = names.find(name);
    if (symbol != null) {
      return symbol;
    }
    throw unknown(lexer.snippet(), start, name, names);
  }

  /** A name that the tree does not know, with what may have been meant. */
  public static KconfigException unknown(
      Snippet snippet, int start, String name, SymbolNames names) {
    String hint = names.hint(name);
    String message = "no Kconfig file that was read knows \"" + name + "\"";
    return new KconfigException(
        snippet.error(start, "unknown-symbol", message, hint.isEmpty() ? null : hint));
  }
}
