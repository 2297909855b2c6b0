package dev.unprobed.kconfig.parse;

import dev.unprobed.kconfig.tree.Expr;
import dev.unprobed.kconfig.tree.Symbol;
import dev.unprobed.kconfig.tree.TreeBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Expressions: {@code ||} binds least, then {@code &&}, then {@code !}; comparisons are between two
 * symbols.
 */
final class ExprParser {
  /** conf's parser has room for that many. */
  private static final int DEEPEST = 9992;

  private final Lexer lexer;
  private final TreeBuilder builder;
  private int depth;

  ExprParser(Lexer lexer, TreeBuilder builder) {
    this.lexer = lexer;
    this.builder = builder;
  }

  /** {@code if EXPR}, absent when there is none. */
  @Nullable Expr condition() {
    if (lexer.token() != Token.IF) {
      return null;
    }
    lexer.next();
    return expression();
  }

  Expr expression() {
    Expr left = conjunction();
    while (lexer.token() == Token.OR) {
      lexer.next();
      left = builder.or(left, conjunction());
    }
    return left;
  }

  private Expr conjunction() {
    Expr left = operand();
    while (lexer.token() == Token.AND) {
      lexer.next();
      left = builder.and(left, operand());
    }
    return left;
  }

  private Expr operand() {
    if (++depth > DEEPEST) {
      throw lexer.failure(
          "nesting",
          "more than " + DEEPEST + " operators inside each other",
          "conf cannot read that either");
    }
    Expr operand =
        switch (lexer.token()) {
          case NOT -> {
            lexer.next();
            yield builder.not(operand());
          }
          case OPEN_PAREN -> parenthesized();
          default -> comparison();
        };
    depth--;
    return operand;
  }

  private Expr parenthesized() {
    lexer.next();
    Expr inner = expression();
    if (lexer.token() != Token.CLOSE_PAREN) {
      throw new SyntaxError(lexer.unexpected(Token.CLOSE_PAREN.describe(), null));
    }
    lexer.next();
    return inner;
  }

  private Expr comparison() {
    Symbol left = symbol();
    Expr.Kind kind = comparisonKind(lexer.token());
    if (kind == null) {
      return builder.symbolExpr(left);
    }
    lexer.next();
    return builder.compare(kind, left, symbol());
  }

  private static Expr.@Nullable Kind comparisonKind(Token token) {
    return switch (token) {
      case EQUAL -> Expr.Kind.EQUAL;
      case UNEQUAL -> Expr.Kind.UNEQUAL;
      case LESS -> Expr.Kind.LESS;
      case LESS_EQUAL -> Expr.Kind.LESS_EQUAL;
      case GREATER -> Expr.Kind.GREATER;
      case GREATER_EQUAL -> Expr.Kind.GREATER_EQUAL;
      default -> null;
    };
  }

  /** A symbol or a constant in quotes. */
  Symbol symbol() {
    if (lexer.token() == Token.QUOTED) {
      Symbol constant = builder.constant(lexer.text());
      lexer.next();
      return constant;
    }
    return word();
  }

  /** A symbol, where a text in quotes is not accepted. */
  Symbol word() {
    if (lexer.token() != Token.WORD) {
      throw new SyntaxError(lexer.unexpected("a symbol", null));
    }
    Word word = lexer.word();
    Symbol symbol = word.symbol;
    if (symbol == null) {
      symbol = builder.symbol(word.text);
      word.symbol = symbol;
    }
    lexer.next();
    return symbol;
  }
}
