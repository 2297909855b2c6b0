package dev.unprobed.kconfig.target;

import dev.unprobed.kconfig.eval.Tristate;
import dev.unprobed.kconfig.source.Diagnostic;
import dev.unprobed.kconfig.source.KconfigException;
import dev.unprobed.kconfig.tree.NumberReader;
import dev.unprobed.kconfig.tree.SymbolType;
import org.jspecify.annotations.Nullable;

/**
 * How likely randconfig sets symbols, in percent.
 *
 * @param boolY of a bool to be y
 * @param tristateY of a tristate to be y
 * @param tristateM of a tristate to be m
 */
record Probabilities(int boolY, int tristateY, int tristateM) {
  /** What KCONFIG_PROBABILITY asks for: one to three numbers with colons between them. */
  static Probabilities parse(@Nullable String variable) {
    int[] numbers = new int[3];
    int count = 0;
    String rest = variable == null ? "" : variable;
    while (!rest.isEmpty() && count < 3) {
      NumberReader reader = new NumberReader(rest, 10);
      long value = reader.signedValue();
      if (value < 0 || value > 100) {
        throw outOfRange(rest);
      }
      numbers[count++] = (int) value;
      boolean colon = reader.end() < rest.length() && rest.charAt(reader.end()) == ':';
      if (reader.end() == 0 && !colon && count < 3) {
        // conf would read the same text again, up to three times.
        continue;
      }
      rest = rest.substring(reader.end() + (colon ? 1 : 0));
    }
    Probabilities result = of(count, numbers);
    if (result.tristateY + result.tristateM > 100) {
      throw outOfRange(String.valueOf(variable));
    }
    return result;
  }

  private static Probabilities of(int count, int[] n) {
    return switch (count) {
      case 0 -> new Probabilities(50, 33, 33);
      case 1 -> new Probabilities(n[0], n[0] - n[0] / 2, n[0] / 2);
      case 2 -> new Probabilities(n[0] + n[1], n[0], n[1]);
      default -> new Probabilities(n[0], n[1], n[2]);
    };
  }

  private static KconfigException outOfRange(String text) {
    return new KconfigException(
        Diagnostic.ofFile(
            "KCONFIG_PROBABILITY",
            "probability",
            "\"" + text + "\" is out of range",
            "percentages from 0 to 100; those for y and m of a tristate add up to at most 100"));
  }

  /** A value for a symbol, by the next random number. */
  int draw(SymbolType type, CRandom random) {
    int percent = random.next() % 100;
    if (type != SymbolType.TRISTATE) {
      return percent < boolY ? Tristate.Y : Tristate.N;
    }
    return percent < tristateY
        ? Tristate.Y
        : percent < tristateY + tristateM ? Tristate.M : Tristate.N;
  }
}
