package dev.unprobed.kconfig.dotconfig;

import dev.unprobed.kconfig.eval.Evaluation;
import dev.unprobed.kconfig.eval.PythonNumber;
import dev.unprobed.kconfig.eval.Tristate;
import dev.unprobed.kconfig.source.ByteText;
import dev.unprobed.kconfig.source.Messages;
import dev.unprobed.kconfig.tree.KconfiglibNames;
import dev.unprobed.kconfig.tree.Symbol;
import dev.unprobed.kconfig.tree.SymbolType;
import java.math.BigInteger;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a {@code .config} as Kconfiglib's load_config does: values that cannot be are ignored with
 * a warning, and nothing is forgotten afterwards. The mode of a choice is what its last line says.
 */
final class KconfiglibReader {
  private static final String UNSET = " is not set";

  private final Evaluation evaluation;
  private final String prefix;
  private final boolean warnUnknown;
  private final Messages messages;
  private final Set<Symbol> seen = new HashSet<>();
  private String place = "";
  private boolean merging;

  KconfiglibReader(Evaluation evaluation, String prefix, boolean warnUnknown, Messages messages) {
    this.evaluation = evaluation;
    this.prefix = prefix;
    this.warnUnknown = warnUnknown;
    this.messages = messages;
  }

  /** Replaces all user values by those of a file. */
  void replace(String name, byte[] content) {
    evaluation.forgetUserValues();
    evaluation.tree().inTableOrder().stream()
        .filter(Symbol::choice)
        .forEach(evaluation::forgetUserValue);
    merging = false;
    seen.clear();
    lines(name, content);
  }

  /** Adds the values of a file to those that there are, which it may change without a word. */
  void merge(String name, byte[] content) {
    merging = true;
    lines(name, content);
  }

  private void lines(String name, byte[] content) {
    int number = 0;
    for (String line : ByteText.of(content).split("\r\n|\r|\n", -1)) {
      place = name + ":" + ++number + ": ";
      line(line.stripTrailing());
    }
  }

  private void line(String line) {
    int equals = line.startsWith(prefix) ? line.indexOf('=', prefix.length()) : -1;
    if (equals > prefix.length()) {
      assignment(line.substring(prefix.length(), equals), line.substring(equals + 1));
      return;
    }
    String unset = unset(line);
    if (unset != null) {
      unset(unset, evaluation.tree().find(unset));
    } else if (!line.isEmpty() && !line.stripLeading().startsWith("#")) {
      warn(place + "warning: ignoring malformed line '" + line + "'");
    }
  }

  private @Nullable String unset(String line) {
    if (!line.startsWith("# " + prefix)) {
      return null;
    }
    int start = 2 + prefix.length();
    int space = line.indexOf(' ', start);
    return space > start && line.startsWith(UNSET, space) ? line.substring(start, space) : null;
  }

  private void unset(String name, @Nullable Symbol symbol) {
    if (symbol == null || !symbol.defined() || symbol.choice()) {
      unknown(name, "n");
    } else if (symbol.type().logical()) {
      set(symbol, "n");
    }
  }

  private void unknown(String name, String value) {
    if (warnUnknown) {
      String what = "attempt to assign the value '" + value + "' to the undefined symbol ";
      warn(place + "warning: " + what + name);
    }
  }

  private void assignment(String name, String value) {
    Symbol symbol = evaluation.tree().find(name);
    if (symbol == null || !symbol.defined() || symbol.choice()) {
      unknown(name, value);
    } else if (symbol.type().logical()) {
      logical(symbol, value);
    } else if (symbol.type() == SymbolType.STRING) {
      String text = value.startsWith("\"") ? ConfigLines.unescape(value) : null;
      if (text == null) {
        String what = "malformed string literal in assignment to ";
        warn(
            place + "warning: " + what + KconfiglibNames.located(symbol) + ". Assignment ignored.");
      } else {
        set(symbol, text);
      }
    } else {
      set(symbol, value);
    }
  }

  private void logical(Symbol symbol, String value) {
    String first = value.isEmpty() ? "" : value.substring(0, 1);
    int logical = "nmy".indexOf(first) < 0 || first.isEmpty() ? -1 : Tristate.parse(first);
    if (logical < 0 || logical == Tristate.M && symbol.type() == SymbolType.BOOL) {
      warn(
          "%swarning: '%s' is not a valid value for the %s symbol %s. Assignment ignored."
              .formatted(
                  place,
                  value,
                  KconfiglibNames.type(symbol.type()),
                  KconfiglibNames.located(symbol)));
      return;
    }
    Symbol choice = symbol.owner();
    if (choice != null && logical != Tristate.N) {
      setMode(choice, logical);
    }
    set(symbol, first);
  }

  private void setMode(Symbol choice, int mode) {
    if (evaluation.hasUserValue(choice) && evaluation.userLogical(choice) != mode) {
      warn(place + "warning: both m and y assigned to symbols within the same choice");
    }
    boolean halfway = mode == Tristate.M && choice.type() == SymbolType.BOOL;
    if (halfway || !choice.type().logical()) {
      invalid(choice, Tristate.text(mode));
    } else {
      evaluation.setUserLogical(choice, mode);
    }
  }

  private void set(Symbol symbol, String value) {
    if (!merging && seen.contains(symbol)) {
      String old =
          symbol.type().logical()
              ? Tristate.text(evaluation.userLogical(symbol))
              : String.valueOf(evaluation.userText(symbol));
      warn(
          "%swarning: %s set more than once. Old value \"%s\", new value \"%s\"."
              .formatted(place, KconfiglibNames.located(symbol), old, value));
    }
    if (!possible(symbol.type(), value)) {
      invalid(symbol, "'" + value + "'");
      return;
    }
    seen.add(symbol);
    if (!symbol.type().logical()) {
      evaluation.setUserText(symbol, value);
      return;
    }
    int logical = Tristate.parse(value);
    evaluation.setUserLogical(symbol, logical);
    Symbol choice = symbol.owner();
    if (choice != null && logical == Tristate.Y) {
      evaluation.choose(choice, symbol);
    }
  }

  private static boolean possible(SymbolType type, String value) {
    return switch (type) {
      case BOOL, TRISTATE, STRING -> true;
      case INT -> PythonNumber.parse(value, 10) != null;
      case HEX -> {
        BigInteger number = PythonNumber.parse(value, 16);
        yield number != null && number.signum() >= 0;
      }
      case UNKNOWN -> false;
    };
  }

  private void invalid(Symbol symbol, String value) {
    warn(
        "warning: the value %s is invalid for %s, which has type %s -- assignment ignored"
            .formatted(
                value, KconfiglibNames.located(symbol), KconfiglibNames.type(symbol.type())));
  }

  private void warn(String text) {
    messages.err(text + "\n");
  }
}
