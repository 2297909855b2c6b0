package dev.unprobed.kconfig.random;

import dev.unprobed.kconfig.random.Plan.Kind;
import dev.unprobed.kconfig.random.Plan.Planned;
import java.util.List;

/** Random expressions and values as text. */
final class Expressions {
  private final Dice dice;
  private final Plan plan;

  Expressions(Dice dice, Plan plan) {
    this.dice = dice;
    this.plan = plan;
  }

  /** An expression over symbols with numbers below {@code limit}. */
  String expression(int limit) {
    return expression(limit, dice.below(4));
  }

  private String expression(int limit, int depth) {
    if (depth == 0 || dice.percent(25)) {
      return operand(limit);
    }
    return switch (dice.below(5)) {
      case 0 -> "!" + parenthesized(limit, depth);
      case 1 -> "(" + expression(limit, depth - 1) + ")";
      case 2 -> expression(limit, depth - 1) + " && " + parenthesized(limit, depth);
      case 3 -> parenthesized(limit, depth) + " || " + expression(limit, depth - 1);
      default -> parenthesized(limit, depth) + dice.of("&&", " || ") + parenthesized(limit, depth);
    };
  }

  private String parenthesized(int limit, int depth) {
    String inner = expression(limit, depth - 1);
    boolean simple = !inner.contains("|") && !inner.contains("&");
    return simple && dice.percent(80) ? inner : "(" + inner + ")";
  }

  private String operand(int limit) {
    int percent = dice.below(100);
    if (percent < 4) {
      return undefined();
    }
    if (percent < 12) {
      return dice.of("y", "m", "n", "\"y\"", "'m'", "\"n\"", "MODULES", "MODULES");
    }
    List<Planned> symbols = plan.below(limit);
    if (symbols.isEmpty()) {
      return dice.of("MODULES", "y", "m", undefined());
    }
    Planned symbol = dice.of(symbols);
    boolean compares = dice.percent(symbol.kind().logical() ? 22 : 90);
    return compares ? comparison(symbol, limit) : symbol.name();
  }

  String undefined() {
    return dice.of("U0", "U1", "MISSING");
  }

  private String comparison(Planned left, int limit) {
    String operator =
        left.kind().logical() && dice.percent(80)
            ? dice.of("=", "!=")
            : dice.of("=", "!=", "<", ">", "<=", ">=");
    String right = right(left, limit);
    // conf of 6.12 and later reads memory that is none of its business for BOOL != y.
    boolean undefined = plan.generation.choicesByPriority() && left.kind() == Kind.BOOL;
    if (undefined && operator.equals("!=") && right.matches("['\"]?y['\"]?")) {
      operator = "=";
    }
    String space = dice.of("", " ");
    return left.name() + space + operator + space + right;
  }

  private String right(Planned left, int limit) {
    if (dice.percent(15)) {
      List<Planned> symbols = plan.below(limit);
      return symbols.isEmpty() ? undefined() : dice.of(symbols).name();
    }
    if (dice.percent(4)) {
      return undefined();
    }
    return left.kind().logical()
        ? dice.of("y", "m", "n", "\"y\"", "\"m\"", "\"n\"", "y", "n", "\"\"", "2", "\"x\"")
        : value(left.kind());
  }

  /** A constant of that kind, not always a good one. */
  String value(Kind kind) {
    String text = dice.percent(4) ? value(dice.of(Kind.values())) : goodValue(kind);
    return kind.numeric() && dice.percent(15) ? "\"" + text.replace("\"", "") + "\"" : text;
  }

  private String goodValue(Kind kind) {
    return switch (kind) {
      case BOOL -> dice.of("y", "n", "y");
      case TRISTATE -> dice.of("y", "m", "n", "m");
      case INT -> dice.of("0", "1", "5", "7", "10", "42", "100", "-3", "08", "2147483648");
      case HEX -> dice.of("0x0", "0x5", "0x10", "0xff", "1F", "0XAB", "10", "0xFFFFFFFFFFFFFFFF");
      case STRING ->
          dice.of(
              "\"\"", "\"a\"", "\"text\"", "'b c'", "\"5\"", "\"q\\\"q\"", "\"y\"", "a", "'\\\\'");
    };
  }

  /** {@code if EXPR}, or nothing. */
  String condition(int percent, int limit) {
    return dice.percent(percent) ? " if " + expression(limit) : "";
  }
}
