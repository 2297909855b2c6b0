package dev.unprobed.kconfig.dotconfig;

import dev.unprobed.kconfig.Generation;
import dev.unprobed.kconfig.dialect.Trait;
import dev.unprobed.kconfig.eval.Evaluation;
import dev.unprobed.kconfig.eval.Tristate;
import dev.unprobed.kconfig.source.Messages;
import dev.unprobed.kconfig.tree.Numbers;
import dev.unprobed.kconfig.tree.Symbol;
import dev.unprobed.kconfig.tree.SymbolType;
import org.jspecify.annotations.Nullable;

/** Reads a {@code .config} into the user values of an evaluation (confdata.c: conf_read_simple). */
public final class ConfigReader {
  private final Evaluation evaluation;
  private final Generation generation;
  private final String prefix;
  private final boolean warnUnknown;
  private final Messages messages;
  private String file = "";
  private int line;
  private int warnings;

  /**
   * @param prefix of symbol names in the file, usually {@code CONFIG_}
   * @param warnUnknown whether a symbol that the tree does not have is worth a warning
   */
  public ConfigReader(
      Evaluation evaluation, String prefix, boolean warnUnknown, Messages messages) {
    this.evaluation = evaluation;
    this.generation = evaluation.tree().generation();
    this.prefix = prefix;
    this.warnUnknown = warnUnknown;
    this.messages = messages;
  }

  /** How many warnings the last file gave. */
  public int warnings() {
    return warnings;
  }

  /** Replaces all user values by those of a file. */
  public void read(String name, byte[] content) {
    file = name;
    line = 0;
    warnings = 0;
    if (generation.has(Trait.KCONFIGLIB_FILES)) {
      kconfiglib().replace(name, content);
      return;
    }
    evaluation.forgetUserValues();
    new ConfigLines(generation, prefix).forEach(content, new Lines(), this::unexpected);
  }

  /** Adds the values of a file to those that there are: KCONFIG_ALLCONFIG of Kconfiglib. */
  public void merge(String name, byte[] content) {
    kconfiglib().merge(name, content);
  }

  private KconfiglibReader kconfiglib() {
    return new KconfiglibReader(evaluation, prefix, warnUnknown, messages);
  }

  private final class Lines implements ConfigLines.Entry {
    @Override
    public void accept(int number, String name, String value) {
      entry(number, name, value);
    }

    /** Before 6.8 such a line says nothing about an int, hex or string. */
    @Override
    public void unset(int number, String name) {
      Symbol symbol = evaluation.tree().find(name);
      if (symbol == null || symbol.type().logical() || generation.unsetIsN()) {
        entry(number, name, "n");
      } else {
        line = number;
        tellReassigned(symbol);
      }
    }
  }

  /** Reads one more line of the file: later lines win. */
  public void readLine(String name, String value) {
    entry(line + 1, name, value);
  }

  private void unexpected(int number, String data) {
    line = number;
    warn(generation.walksMenu() ? "unexpected data" : "unexpected data: " + data);
  }

  private void entry(int number, String name, String value) {
    line = number;
    Symbol symbol = evaluation.tree().find(name);
    if (generation.walksMenu()) {
      oldEntry(symbol, name, value);
      return;
    }
    if (symbol == null) {
      if (warnUnknown) {
        warn("unknown symbol: " + name);
      }
      evaluation.changed(true);
      return;
    }
    tellReassigned(symbol);
    if (set(symbol, value)) {
      tellChoice(symbol);
    }
  }

  /** 2.6.17: the first line of a symbol wins, and of the members of a choice the first y. */
  private void oldEntry(@Nullable Symbol symbol, String name, String value) {
    if (symbol == null) {
      warn("trying to assign nonexistent symbol " + name);
      return;
    }
    if (evaluation.hasUserValue(symbol)) {
      tellReassigned(symbol);
    } else if (value.isEmpty() && symbol.type().numeric() || !set(symbol, value)) {
      return;
    }
    Symbol choice = symbol.owner();
    if (choice == null) {
      return;
    }
    int mode = evaluation.userLogical(choice);
    int own = evaluation.userLogical(symbol);
    if (own == Tristate.Y && mode != Tristate.N || own == Tristate.M && mode == Tristate.Y) {
      warn(symbol.name() + " creates inconsistent choice state");
      evaluation.forgetUserValue(choice);
    } else if (own == Tristate.Y) {
      evaluation.choose(choice, symbol);
    }
    evaluation.replaceUserLogical(choice, Math.max(mode, own));
  }

  private void tellReassigned(Symbol symbol) {
    if (!evaluation.hasUserValue(symbol) || generation.has(Trait.SILENT_OVERRIDES)) {
      return;
    }
    if (generation.walksMenu()) {
      warn("trying to reassign symbol " + symbol.name());
    } else {
      override("reassigning to symbol " + symbol.name());
    }
  }

  private void override(String text) {
    if (generation.has(Trait.OVERRIDE_NOTICES)) {
      messages.err(file + ":" + line + ":notice: override: " + text + "\n");
    } else {
      warn("override: " + text);
    }
  }

  /** False when the value is not one that the symbol can have. */
  private boolean set(Symbol symbol, String value) {
    return switch (symbol.type()) {
      case BOOL, TRISTATE -> setLogical(symbol, value);
      case INT, HEX -> setText(symbol, value, value);
      case STRING -> setString(symbol, value);
      case UNKNOWN -> true;
    };
  }

  private boolean setLogical(Symbol symbol, String value) {
    int logical = value.isEmpty() || value.charAt(0) < 'a' ? -1 : Tristate.parse(value);
    if (logical < 0 || logical == Tristate.M && symbol.type() == SymbolType.BOOL) {
      return invalid(symbol, value);
    }
    evaluation.setUserLogical(symbol, logical);
    return true;
  }

  private boolean setText(Symbol symbol, String text, String shown) {
    if (!Numbers.valid(symbol.type(), text)) {
      return invalid(symbol, shown);
    }
    evaluation.setUserText(symbol, text);
    return true;
  }

  private boolean setString(Symbol symbol, String value) {
    if (!value.startsWith("\"")) {
      return true;
    }
    String text =
        generation.has(Trait.RAW_STRINGS)
            ? ConfigLines.betweenQuotes(value)
            : ConfigLines.unescape(value);
    if (text == null) {
      warn("invalid string found");
      return false;
    }
    return setText(symbol, text, value);
  }

  private boolean invalid(Symbol symbol, String value) {
    warn("symbol value '" + value + "' invalid for " + symbol.name());
    return false;
  }

  private void tellChoice(Symbol symbol) {
    evaluation.prefer(symbol);
    Symbol choice = symbol.owner();
    if (choice == null || generation.choicesByPriority()) {
      return;
    }
    int mode = evaluation.userLogical(choice);
    int value = evaluation.userLogical(symbol);
    if (value == Tristate.M && mode == Tristate.Y) {
      warn(symbol.name() + " creates inconsistent choice state");
      evaluation.forgetUserValue(choice);
    }
    if (value == Tristate.Y) {
      if (mode != Tristate.N) {
        override(symbol.name() + " changes choice state");
      }
      evaluation.choose(choice, symbol);
    }
    evaluation.replaceUserLogical(choice, Math.max(mode, value));
  }

  private void warn(String text) {
    warnings++;
    messages.err(file + ":" + line + ":warning: " + text + "\n");
  }

  /**
   * The value that a line of {@code auto.conf} gives a symbol, as text; absent when it is not a
   * possible one.
   */
  static @Nullable String autoValue(Symbol symbol, String value) {
    return switch (symbol.type()) {
      case BOOL, TRISTATE -> {
        int logical = value.isEmpty() || value.charAt(0) < 'a' ? -1 : Tristate.parse(value);
        boolean possible =
            logical >= 0 && !(logical == Tristate.M && symbol.type() == SymbolType.BOOL);
        yield possible ? Tristate.text(logical) : null;
      }
      case INT, HEX -> Numbers.valid(symbol.type(), value) ? value : null;
      case STRING -> value;
      case UNKNOWN -> null;
    };
  }
}
