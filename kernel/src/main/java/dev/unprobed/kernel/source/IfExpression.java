package dev.unprobed.kernel.source;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** Decides the expression of an #if as far as the configuration tells. */
final class IfExpression {
  private static final int DEEPEST = 60;

  private final List<Token> tokens;
  private final Function<String, Truth> symbols;
  private final Predicate<String> macros;
  private int next;
  private int depth;

  /**
   * @param symbols whether a macro such as CONFIG_FOO or CONFIG_FOO_MODULE is defined
   * @param macros whether a macro has been defined in the text
   */
  IfExpression(String text, Function<String, Truth> symbols, Predicate<String> macros) {
    this.tokens = Lexer.tokens(text);
    this.symbols = symbols;
    this.macros = macros;
  }

  Truth value() {
    Truth value = or();
    return next < tokens.size() ? Truth.UNKNOWN : value;
  }

  Truth defined(String name) {
    if (name.startsWith("CONFIG_")) {
      return symbols.apply(name);
    }
    return macros.test(name) || name.equals("__KERNEL__") ? Truth.YES : Truth.UNKNOWN;
  }

  private Token peek() {
    return next < tokens.size() ? tokens.get(next) : Token.END;
  }

  private boolean accept(String marks) {
    for (int i = 0; i < marks.length(); i++) {
      boolean there = next + i < tokens.size() && tokens.get(next + i).is(marks.charAt(i));
      if (!there) {
        return false;
      }
    }
    next += marks.length();
    return true;
  }

  private Truth or() {
    Truth value = and();
    while (accept("||")) {
      value = value.or(and());
    }
    return value;
  }

  private Truth and() {
    Truth value = single();
    while (accept("&&")) {
      value = value.and(single());
    }
    return value;
  }

  private Truth single() {
    if (++depth > DEEPEST) {
      next = tokens.size();
      return Truth.UNKNOWN;
    }
    Truth value = operand();
    depth--;
    return value;
  }

  private Truth operand() {
    if (accept("!")) {
      return single().not();
    }
    if (accept("(")) {
      Truth inner = or();
      return accept(")") ? compared(inner) : Truth.UNKNOWN;
    }
    Token token = peek();
    next++;
    return switch (token.kind()) {
      case NUMBER -> compared(Truth.of(!token.text().matches("0+[uUlL]*")));
      case WORD -> word(token.text());
      case STRING, MARK, END -> Truth.UNKNOWN;
    };
  }

  /** What is compared with something is not known: numbers are nobody's business here. */
  private Truth compared(Truth value) {
    boolean operator = peek().kind() == Token.Kind.MARK && "<>=!+-*/%&|^?".contains(peek().text());
    boolean logical =
        next + 1 < tokens.size()
            && (peek().is('&') || peek().is('|'))
            && tokens.get(next + 1).text().equals(peek().text());
    if (!operator || logical) {
      return value;
    }
    int open = 0;
    while (next < tokens.size() && (open > 0 || !peek().is(')'))) {
      open += peek().is('(') ? 1 : peek().is(')') ? -1 : 0;
      if (open == 0 && (startsWith("&&") || startsWith("||"))) {
        break;
      }
      next++;
    }
    return Truth.UNKNOWN;
  }

  private boolean startsWith(String marks) {
    int before = next;
    boolean there = accept(marks);
    next = before;
    return there;
  }

  private Truth word(String name) {
    if (name.equals("defined")) {
      boolean bracket = accept("(");
      String what = peek().text();
      next++;
      return bracket && !accept(")") ? Truth.UNKNOWN : defined(what);
    }
    if (name.startsWith("IS_") && accept("(")) {
      String what = peek().text();
      next++;
      return accept(")") ? enabled(name, what) : Truth.UNKNOWN;
    }
    return compared(Truth.UNKNOWN);
  }

  private Truth enabled(String macro, String symbol) {
    Truth builtIn = symbols.apply(symbol);
    Truth module = symbols.apply(symbol + "_MODULE");
    return switch (macro) {
      case "IS_ENABLED" -> builtIn.or(module);
      case "IS_BUILTIN" -> builtIn;
      case "IS_MODULE" -> module;
      case "IS_REACHABLE" -> builtIn.or(module.and(Truth.UNKNOWN));
      default -> Truth.UNKNOWN;
    };
  }
}
