package dev.unprobed.kconfig.tree;

import dev.unprobed.kconfig.tree.Expr.Kind;
import java.util.function.BiConsumer;

/** Writes expressions with as few parentheses as conf does (expr.c: expr_print). */
public final class ExprPrinter {
  private final StringBuilder text;
  private final BiConsumer<StringBuilder, Symbol> symbols;

  /**
   * @param text where the expression goes
   * @param symbols appends a symbol that has a name, with whatever belongs to it
   */
  public ExprPrinter(StringBuilder text, BiConsumer<StringBuilder, Symbol> symbols) {
    this.text = text;
    this.symbols = symbols;
  }

  /** The expression with bare symbol names. */
  public static String plain(Expr expr) {
    StringBuilder text = new StringBuilder();
    new ExprPrinter(text, (out, symbol) -> out.append(symbol.displayName())).print(expr);
    return text.toString();
  }

  /** Appends an expression. */
  public void print(Expr expr) {
    print(expr, false, false);
  }

  /**
   * @param insideNot the operand of {@code !} needs parentheses around {@code &&} and {@code ||}
   * @param insideAnd an operand of {@code &&} needs parentheses around {@code ||}
   */
  private void print(Expr expr, boolean insideNot, boolean insideAnd) {
    boolean parentheses =
        expr.kind == Kind.OR && (insideNot || insideAnd) || expr.kind == Kind.AND && insideNot;
    if (parentheses) {
      text.append('(');
    }
    switch (expr.kind) {
      case OR -> operands(expr, " || ", false);
      case AND -> operands(expr, " && ", true);
      case NOT -> {
        text.append('!');
        print(expr.left, true, false);
      }
      case SYMBOL -> symbol(expr.leftSymbol);
      case RANGE -> range(expr);
      case EQUAL, UNEQUAL, LESS, LESS_EQUAL, GREATER, GREATER_EQUAL -> {
        symbol(expr.leftSymbol);
        text.append(expr.kind.operator());
        symbol(expr.rightSymbol);
      }
    }
    if (parentheses) {
      text.append(')');
    }
  }

  private void operands(Expr expr, String operator, boolean insideAnd) {
    print(expr.left, false, insideAnd);
    text.append(operator);
    print(expr.right, false, insideAnd);
  }

  private void range(Expr expr) {
    text.append('[');
    symbol(expr.leftSymbol);
    text.append(' ');
    symbol(expr.rightSymbol);
    text.append(']');
  }

  private void symbol(Symbol symbol) {
    if (symbol.name == null) {
      text.append("<choice>");
    } else {
      symbols.accept(text, symbol);
    }
  }
}
