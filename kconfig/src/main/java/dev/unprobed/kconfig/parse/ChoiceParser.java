package dev.unprobed.kconfig.parse;

import dev.unprobed.kconfig.Generation;
import dev.unprobed.kconfig.tree.Property;
import dev.unprobed.kconfig.tree.SymbolType;
import dev.unprobed.kconfig.tree.TreeBuilder;
import org.jspecify.annotations.Nullable;

/** The line {@code choice} and the options below it; its members are statements as others. */
final class ChoiceParser {
  private final Generation generation;
  private final Lexer lexer;
  private final LineParser line;
  private final ExprParser exprs;
  private final EntryOptions options;
  private final TreeBuilder builder;

  ChoiceParser(
      Generation generation,
      Lexer lexer,
      LineParser line,
      ExprParser exprs,
      EntryOptions options,
      TreeBuilder builder) {
    this.generation = generation;
    this.lexer = lexer;
    this.line = line;
    this.exprs = exprs;
    this.options = options;
    this.builder = builder;
  }

  /** Leaves the lexer at the first member. */
  void open() {
    lexer.next();
    @Nullable String name = null;
    boolean quoted = lexer.token() == Token.QUOTED && generation.statementsAnywhere();
    if (!generation.choicesByPriority() && (lexer.token() == Token.WORD || quoted)) {
      name = lexer.text();
      lexer.next();
    }
    line.expectEnd();
    builder.choice(name, line.here());
    lexer.next();
    while (option()) {}
    builder.openChoice();
  }

  private boolean option() {
    switch (lexer.token()) {
      case BOOL -> type(SymbolType.BOOL);
      case TRISTATE -> type(SymbolType.TRISTATE);
      case PROMPT -> options.prompt();
      case DEFAULT -> options.selection(Property.Kind.DEFAULT);
      case OPTIONAL -> line.option(this::optional);
      case RESET -> line.option(this::reset);
      case DEPENDS -> options.dependsOn();
      case HELP -> options.help();
      default -> {
        return false;
      }
    }
    return true;
  }

  /**
   * Before 6.10 a choice has a type; up to 6.17 {@code bool "text"} is another way to write its
   * prompt.
   */
  private void type(SymbolType type) {
    if (!generation.choicesByPriority()) {
      options.type(type);
      return;
    }
    boolean promptOnly = type == SymbolType.BOOL && generation.typedChoicePrompts();
    line.option(() -> {
      if (!promptOnly || lexer.token() != Token.QUOTED) {
        throw line.error(
            "choice-type",
            "a choice has no type in this kernel's Kconfig",
            "choices are always bool; write prompt \"...\"");
      }
      options.promptText();
    });
  }

  private void optional() {
    line.expectEnd();
    builder.optional();
  }

  /** OpenWrt's {@code reset}, which only its menus look at. */
  private void reset() {
    exprs.condition();
    line.expectEnd();
  }
}
