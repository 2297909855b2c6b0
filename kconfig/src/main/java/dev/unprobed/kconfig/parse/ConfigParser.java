package dev.unprobed.kconfig.parse;

import dev.unprobed.kconfig.Generation;
import dev.unprobed.kconfig.dialect.Trait;
import dev.unprobed.kconfig.source.Location;
import dev.unprobed.kconfig.tree.Expr;
import dev.unprobed.kconfig.tree.Property;
import dev.unprobed.kconfig.tree.Symbol;
import dev.unprobed.kconfig.tree.SymbolType;
import dev.unprobed.kconfig.tree.TreeBuilder;
import org.jspecify.annotations.Nullable;

/** {@code config} and {@code menuconfig} with their options. */
final class ConfigParser {
  private final Generation generation;
  private final Lexer lexer;
  private final LineParser line;
  private final ExprParser exprs;
  private final EntryOptions options;
  private final MacroExpander macros;
  private final TreeBuilder builder;

  ConfigParser(
      Generation generation,
      Lexer lexer,
      LineParser line,
      ExprParser exprs,
      EntryOptions options,
      MacroExpander macros,
      TreeBuilder builder) {
    this.generation = generation;
    this.lexer = lexer;
    this.line = line;
    this.exprs = exprs;
    this.options = options;
    this.macros = macros;
    this.builder = builder;
  }

  void config(boolean menuconfig) {
    lexer.next();
    Symbol symbol = exprs.word();
    line.expectEnd();
    builder.config(symbol, line.here());
    lexer.next();
    while (option()) {}
    if (menuconfig && !builder.menuconfig()) {
      Location at = new Location(lexer.statementFile(), lexer.statementLine());
      builder.complain(
          at,
          "menuconfig-prompt",
          "menuconfig statement without prompt",
          "add a text behind its type, or make it a config");
    }
    builder.endConfig();
  }

  /** Defaults for a symbol that something else defines. */
  void configDefault() {
    lexer.next();
    Symbol symbol = exprs.word();
    line.expectEnd();
    builder.configDefault(symbol, line.here());
    lexer.next();
    while (lexer.token() == Token.DEFAULT) {
      line.option(() -> defaultValue(null));
    }
  }

  /** One option, if there is one. */
  private boolean option() {
    switch (lexer.token()) {
      case BOOL -> options.type(SymbolType.BOOL);
      case TRISTATE -> options.type(SymbolType.TRISTATE);
      case INT -> options.type(SymbolType.INT);
      case HEX -> options.type(SymbolType.HEX);
      case STRING -> options.type(SymbolType.STRING);
      case PROMPT -> options.prompt();
      case DEFAULT -> line.option(() -> defaultValue(null));
      case DEF_BOOL -> line.option(() -> defaultValue(SymbolType.BOOL));
      case DEF_TRISTATE -> line.option(() -> defaultValue(SymbolType.TRISTATE));
      case DEF_HEX -> line.option(() -> defaultValue(SymbolType.HEX));
      case DEF_INT -> line.option(() -> defaultValue(SymbolType.INT));
      case DEF_STRING -> line.option(() -> defaultValue(SymbolType.STRING));
      case SELECT -> options.selection(Property.Kind.SELECT);
      case IMPLY -> options.selection(Property.Kind.IMPLY);
      case RANGE -> line.option(this::range);
      case MODULES -> line.option(this::modules);
      case OPTION -> line.option(this::symbolOptions);
      case OUTPUT -> line.option(this::output);
      case TRANSITIONAL -> line.option(this::transitional);
      case DEPENDS -> options.dependsOn();
      case HELP -> options.help();
      default -> {
        return false;
      }
    }
    return true;
  }

  private void defaultValue(@Nullable SymbolType type) {
    Expr value = exprs.expression();
    Expr condition = exprs.condition();
    line.expectEnd();
    builder.property(Property.Kind.DEFAULT, value, condition, line.here());
    if (type != null) {
      builder.type(type);
    }
  }

  private void range() {
    Symbol low = exprs.symbol();
    Symbol high = exprs.symbol();
    Expr condition = exprs.condition();
    line.expectEnd();
    builder.property(
        Property.Kind.RANGE, builder.compare(Expr.Kind.RANGE, low, high), condition, line.here());
  }

  private void modules() {
    line.expectEnd();
    builder.modules();
  }

  /**
   * {@code option name} or {@code option name="text"}, several of them in one line (up to 5.12).
   */
  private void symbolOptions() {
    while (lexer.token() == Token.WORD) {
      String name = lexer.text();
      String argument = "";
      if (lexer.next() == Token.EQUAL) {
        lexer.next();
        argument = line.text();
      }
      symbolOption(name, argument);
    }
    line.expectEnd();
  }

  private void symbolOption(String name, String argument) {
    boolean known = generation.environmentSymbols() || generation.has(Trait.KCONFIGLIB_LANGUAGE);
    if (name.equals("env") && known) {
      builder.environmentSymbol(argument, macros.variable(argument));
    } else if (!builder.option(name)) {
      builder.remark(line.here(), "warning: ignoring unknown option " + name);
    }
  }

  /** {@code output yaml}, which changes nothing that we write. */
  private void output() {
    exprs.word();
    line.expectEnd();
  }

  private void transitional() {
    line.expectEnd();
    builder.transitional();
  }
}
