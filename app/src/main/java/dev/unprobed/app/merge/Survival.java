package dev.unprobed.app.merge;

import dev.unprobed.kconfig.dotconfig.ConfigLines;
import dev.unprobed.kconfig.eval.Evaluation;
import dev.unprobed.kconfig.eval.Tristate;
import dev.unprobed.kconfig.tree.Numbers;
import dev.unprobed.kconfig.tree.Symbol;
import dev.unprobed.kconfig.tree.SymbolType;
import java.util.Objects;

/** Compares requests with the values that symbols got. */
public record Survival(Evaluation evaluation) {
  /** Whether the symbol has the value that was asked for. What nothing defines is n. */
  public boolean survived(Request request) {
    Symbol symbol = evaluation.tree().find(request.name());
    if (symbol == null || !symbol.defined()) {
      return request.value().equals("n");
    }
    String actual = evaluation.text(symbol);
    String wanted = wanted(request, symbol);
    if (symbol.type().logical()) {
      return wanted.equals(actual);
    }
    if (request.unset()) {
      return actual.isEmpty() || !evaluation.written(symbol);
    }
    return wanted.equals(actual) || sameNumber(symbol.type(), wanted, actual);
  }

  /** The value that a request means: a string without its quotes. */
  public static String wanted(Request request, Symbol symbol) {
    String value = request.value();
    return switch (symbol.type()) {
      case BOOL, TRISTATE -> logical(value);
      case STRING ->
          value.startsWith("\"")
              ? Objects.requireNonNullElse(ConfigLines.unescape(value), value)
              : value;
      case INT, HEX, UNKNOWN -> value;
    };
  }

  /** conf looks at the first letter only, which has to be a small one. */
  private static String logical(String value) {
    boolean known = !value.isEmpty() && "nmy".indexOf(value.charAt(0)) >= 0;
    return known ? Tristate.text(Tristate.parse(value)) : value;
  }

  private static boolean sameNumber(SymbolType type, String a, String b) {
    int radix = type == SymbolType.HEX ? 16 : 10;
    boolean numbers = type.numeric() && Numbers.valid(type, a) && Numbers.valid(type, b);
    return numbers && Numbers.parse(a, radix) == Numbers.parse(b, radix);
  }
}
