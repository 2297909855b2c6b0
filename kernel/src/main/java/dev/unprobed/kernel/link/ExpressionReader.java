package dev.unprobed.kernel.link;

import dev.unprobed.kernel.link.Expression.Unknowable;
import java.util.ArrayList;
import java.util.List;

/** Reads an expression of a linker script; the precedence is that of C. */
final class ExpressionReader {
  private static final List<List<String>> LEVELS =
      List.of(
          List.of("||"),
          List.of("&&"),
          List.of("|"),
          List.of("^"),
          List.of("&"),
          List.of("==", "!="),
          List.of("<=", ">=", "<", ">"),
          List.of("<<", ">>"),
          List.of("+", "-"),
          List.of("*", "/", "%"));

  private final ScriptText text;
  private boolean constant = true;

  ExpressionReader(ScriptText text) {
    this.text = text;
  }

  /** Whether what was read names no place: such a value counts from the start of its section. */
  boolean isConstant() {
    return constant;
  }

  Expression read() {
    text.enter();
    Expression condition = level(0);
    Expression all = condition;
    if (text.takes("?")) {
      Expression yes = read();
      text.demand(":");
      Expression no = read();
      all = scope -> condition.value(scope) != 0 ? yes.value(scope) : no.value(scope);
    }
    text.leave();
    return all;
  }

  private Expression level(int level) {
    if (level == LEVELS.size()) {
      return unary();
    }
    Expression left = level(level + 1);
    for (String operator = operator(level); !operator.isEmpty(); operator = operator(level)) {
      left = binary(operator, left, level(level + 1));
    }
    return left;
  }

  private String operator(int level) {
    for (String operator : LEVELS.get(level)) {
      boolean longer =
          operator.length() == 1
              && (text.sees(operator + operator) || text.sees(operator + "="))
              && !operator.equals("-");
      if (!longer && text.takes(operator)) {
        return operator;
      }
    }
    return "";
  }

  private static Expression binary(String operator, Expression a, Expression b) {
    return scope -> Expression.apply(operator, a.value(scope), b.value(scope));
  }

  private Expression unary() {
    text.enter();
    Expression all = prefixed();
    text.leave();
    return all;
  }

  private Expression prefixed() {
    if (text.takes("-")) {
      Expression of = unary();
      return scope -> -of.value(scope);
    }
    if (text.takes("~")) {
      Expression of = unary();
      return scope -> ~of.value(scope);
    }
    if (text.takes("!")) {
      Expression of = unary();
      return scope -> of.value(scope) == 0 ? 1 : 0;
    }
    if (text.takes("(")) {
      Expression inner = read();
      text.demand(")");
      return inner;
    }
    return named();
  }

  private Expression named() {
    String word = text.word();
    if (word.isEmpty()) {
      throw text.malformed("expected an expression");
    }
    if (Character.isDigit(word.charAt(0))) {
      return Expression.constant(number(word));
    }
    if (text.takes("(")) {
      return call(word);
    }
    constant = false;
    return word.equals(".") ? Expression.Scope::dot : scope -> scope.symbol(word);
  }

  private Expression call(String function) {
    return switch (function) {
      case "ADDR", "LOADADDR", "SIZEOF", "ALIGNOF" -> {
        String section = text.name();
        text.demand(")");
        constant &= !function.endsWith("ADDR");
        yield scope -> scope.section(function, section);
      }
      case "DEFINED", "CONSTANT", "SEGMENT_START" -> unknown(function);
      default -> call(function, arguments());
    };
  }

  private Expression call(String function, List<Expression> arguments) {
    constant &= !function.equals("ALIGN");
    Expression first = arguments.getFirst();
    Expression last = arguments.getLast();
    return switch (function) {
      case "ABSOLUTE", "ASSERT" -> first;
      case "ALIGN" ->
          arguments.size() == 1
              ? scope -> Expression.aligned(scope.dot(), first.value(scope))
              : scope -> Expression.aligned(first.value(scope), last.value(scope));
      case "MAX" -> scope -> Math.max(first.value(scope), last.value(scope));
      case "MIN" -> scope -> Math.min(first.value(scope), last.value(scope));
      default -> failing(function);
    };
  }

  private Expression unknown(String function) {
    while (!text.takes(")")) {
      if (text.word().isEmpty() && !text.takes(",")) {
        throw text.malformed("expected ')'");
      }
    }
    return failing(function);
  }

  private static Expression failing(String function) {
    return scope -> {
      throw new Unknowable(function);
    };
  }

  private List<Expression> arguments() {
    List<Expression> arguments = new ArrayList<>();
    do {
      arguments.add(text.sees("\"") ? quoted() : read());
    } while (text.takes(","));
    text.demand(")");
    return arguments;
  }

  private Expression quoted() {
    text.demand("\"");
    while (!text.takes("\"")) {
      text.character();
    }
    return Expression.constant(0);
  }

  private long number(String word) {
    char suffix = Character.toUpperCase(word.charAt(word.length() - 1));
    boolean hex = word.startsWith("0x") || word.startsWith("0X");
    long unit = hex ? 1 : suffix == 'K' ? 1L << 10 : suffix == 'M' ? 1L << 20 : 1;
    String digits = word.substring(hex ? 2 : 0, word.length() - (unit > 1 ? 1 : 0));
    try {
      return unit * Long.parseUnsignedLong(digits, hex ? 16 : 10);
    } catch (NumberFormatException _) {
      throw text.malformed("this is no number: " + word);
    }
  }
}
