package dev.unprobed.kconfig.parse;

import dev.unprobed.kconfig.Generation;
import dev.unprobed.kconfig.source.Diagnostic;
import dev.unprobed.kconfig.source.KconfigException;
import dev.unprobed.kconfig.source.Location;
import dev.unprobed.kconfig.tree.Expr;
import dev.unprobed.kconfig.tree.Property;
import dev.unprobed.kconfig.tree.Symbol;
import dev.unprobed.kconfig.tree.SymbolType;
import dev.unprobed.kconfig.tree.TreeBuilder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The grammar (parser.y), by recursive descent. After an error the rest of the line is skipped, so
 * that one run shows several of them.
 */
final class Parser {
  private static final int MOST_ERRORS = 20;
  private static final int DEEPEST_BLOCK = 2000;

  private static final String STATEMENTS =
      "expected config, menuconfig, choice, comment, menu, if, source or an assignment";

  private final Generation generation;
  private final Lexer lexer;
  private final Includes includes;
  private final MacroExpander macros;
  private final TreeBuilder builder;
  private final ExprParser exprs;
  private final List<Diagnostic> errors = new ArrayList<>();
  private int depth;

  Parser(
      Generation generation,
      Lexer lexer,
      Includes includes,
      MacroExpander macros,
      TreeBuilder builder) {
    this.generation = generation;
    this.lexer = lexer;
    this.includes = includes;
    this.macros = macros;
    this.builder = builder;
    this.exprs = new ExprParser(lexer, builder);
  }

  /** Reads all files; throws with all errors found. */
  void parse() {
    try {
      parseAll();
    } catch (KconfigException e) {
      // What is wrong before the place where nothing can go on comes first.
      List<Diagnostic> all = new ArrayList<>(errors);
      e.diagnostics().stream().filter(d -> !all.contains(d)).forEach(all::add);
      throw new KconfigException(all);
    }
  }

  private void parseAll() {
    lexer.next();
    attempt(this::mainMenu);
    while (lexer.token() != Token.END_OF_FILE) {
      statements(false);
      if (lexer.token() != Token.END_OF_FILE) {
        attempt(() ->
            fail(
                "unexpected-end",
                "there is nothing open that " + lexer.token().describe() + " could end",
                null));
      }
    }
    if (!errors.isEmpty()) {
      throw new KconfigException(errors);
    }
  }

  private void mainMenu() {
    if (lexer.token() == Token.MAINMENU) {
      lexer.next();
      String title = quotedText();
      expectEndOfLine();
      if (!generation.walksMenu()) {
        builder.mainMenu(title, here());
      }
      lexer.next();
    }
  }

  /** Statements up to the end of a block, which is left as the current token. */
  private void statements(boolean insideChoice) {
    while (true) {
      switch (lexer.token()) {
        case ENDIF, ENDMENU, ENDCHOICE, END_OF_FILE -> {
          return;
        }
        default -> attempt(() -> statement(insideChoice));
      }
    }
  }

  /** Does one thing of the grammar; after an error goes on behind the line. */
  private void attempt(Runnable part) {
    try {
      part.run();
    } catch (SyntaxError e) {
      errors.add(e.diagnostic);
      if (errors.size() >= MOST_ERRORS) {
        throw new KconfigException(errors);
      }
      while (lexer.token() != Token.END_OF_LINE && lexer.token() != Token.END_OF_FILE) {
        lexer.next();
      }
      if (lexer.token() == Token.END_OF_LINE) {
        lexer.next();
      }
    }
  }

  private void statement(boolean insideChoice) {
    switch (lexer.token()) {
      case CONFIG -> config(false);
      case COMMENT -> comment();
      case IF -> ifBlock(insideChoice);
      default -> {
        boolean sourced = generation.sourceInChoice() && lexer.token() == Token.SOURCE;
        if (insideChoice && !sourced) {
          throw error(
              "invalid-statement",
              lexer.token().describe() + " cannot stand inside a choice",
              "a choice holds config, comment and if");
        }
        statementOutsideChoice();
      }
    }
  }

  private void statementOutsideChoice() {
    switch (lexer.token()) {
      case MENUCONFIG -> config(true);
      case CHOICE -> choice();
      case MENU -> menu();
      case SOURCE -> source();
      case WORD -> assignment();
      case MAINMENU -> laterMainMenu();
      default ->
          throw error(
              "invalid-statement",
              "a statement cannot begin with " + lexer.token().describe(),
              STATEMENTS);
    }
  }

  /** BusyBox takes no notice of {@code mainmenu}, wherever it stands. */
  private void laterMainMenu() {
    if (!generation.walksMenu()) {
      throw error("invalid-statement", "mainmenu can only be the first statement", STATEMENTS);
    }
    mainMenu();
  }

  private void config(boolean menuconfig) {
    lexer.next();
    Symbol symbol = exprs.word();
    expectEndOfLine();
    builder.config(symbol, here());
    lexer.next();
    while (configOption()) {}
    if (menuconfig && !builder.menuconfig()) {
      Location at = new Location(lexer.statementFile(), lexer.statementLine());
      builder.complain(at, "menuconfig-prompt", "menuconfig statement without prompt");
    }
    builder.endConfig();
  }

  /** One option of a config, if there is one. */
  private boolean configOption() {
    switch (lexer.token()) {
      case BOOL -> type(SymbolType.BOOL);
      case TRISTATE -> type(SymbolType.TRISTATE);
      case INT -> type(SymbolType.INT);
      case HEX -> type(SymbolType.HEX);
      case STRING -> type(SymbolType.STRING);
      case PROMPT -> option(this::prompt);
      case DEFAULT -> option(() -> defaultValue(null));
      case DEF_BOOL -> option(() -> defaultValue(SymbolType.BOOL));
      case DEF_TRISTATE -> option(() -> defaultValue(SymbolType.TRISTATE));
      case SELECT -> option(() -> selection(Property.Kind.SELECT));
      case IMPLY -> option(() -> selection(Property.Kind.IMPLY));
      case RANGE -> option(this::range);
      case MODULES -> option(() -> modules());
      case OPTION -> option(this::symbolOptions);
      case OUTPUT -> option(this::output);
      case TRANSITIONAL -> option(() -> transitional());
      case DEPENDS -> option(this::dependsOn);
      case HELP -> attempt(this::help);
      default -> {
        return false;
      }
    }
    return true;
  }

  /** An option of one line, whose keyword is the current token. */
  private void option(Runnable rest) {
    attempt(() -> {
      lexer.next();
      rest.run();
      lexer.next();
    });
  }

  private void type(SymbolType type) {
    option(() -> {
      promptIfAny();
      expectEndOfLine();
      builder.type(type);
    });
  }

  private void promptIfAny() {
    if (atText()) {
      addPrompt();
    }
  }

  private void addPrompt() {
    String text = quotedText();
    Expr condition = exprs.condition();
    builder.prompt(Property.Kind.PROMPT, text, condition, here());
  }

  private void prompt() {
    addPrompt();
    expectEndOfLine();
  }

  private void defaultValue(@Nullable SymbolType type) {
    Expr value = exprs.expression();
    Expr condition = exprs.condition();
    expectEndOfLine();
    builder.property(Property.Kind.DEFAULT, value, condition, here());
    if (type != null) {
      builder.type(type);
    }
  }

  private void selection(Property.Kind kind) {
    Symbol target = exprs.word();
    Expr condition = exprs.condition();
    expectEndOfLine();
    builder.property(kind, builder.symbolExpr(target), condition, here());
  }

  private void range() {
    Symbol low = exprs.symbol();
    Symbol high = exprs.symbol();
    Expr condition = exprs.condition();
    expectEndOfLine();
    builder.property(
        Property.Kind.RANGE, builder.compare(Expr.Kind.RANGE, low, high), condition, here());
  }

  private void modules() {
    expectEndOfLine();
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
        argument = quotedText();
      }
      symbolOption(name, argument);
    }
    expectEndOfLine();
  }

  private void symbolOption(String name, String argument) {
    if (name.equals("env") && generation.environmentSymbols()) {
      builder.environmentSymbol(argument, macros.variable(argument));
    } else if (!builder.option(name)) {
      builder.remark(here(), "warning: ignoring unknown option " + name);
    }
  }

  /** {@code output yaml}, which changes nothing that we write. */
  private void output() {
    exprs.word();
    expectEndOfLine();
  }

  private void transitional() {
    expectEndOfLine();
    builder.transitional();
  }

  private void dependsOn() {
    if (lexer.token() == Token.ON || !generation.oldSpellings()) {
      expect(Token.ON, "depends is followed by on");
    }
    Expr dependency = exprs.expression();
    Expr condition = generation.conditionalDependencies() ? exprs.condition() : null;
    expectEndOfLine();
    if (condition == null) {
      builder.dependsOn(dependency, here());
    } else {
      builder.dependsOn(dependency, condition, here());
    }
  }

  private void help() {
    lexer.next();
    expectEndOfLine();
    builder.help(lexer.helpText(), new Location(lexer.statementFile(), lexer.statementLine()));
    lexer.next();
  }

  private void choice() {
    Location opened = here();
    lexer.next();
    String name = null;
    if (!generation.choicesByPriority() && lexer.token() == Token.WORD) {
      name = lexer.text();
      lexer.next();
    }
    expectEndOfLine();
    builder.choice(name, here());
    lexer.next();
    while (choiceOption()) {}
    builder.openChoice();
    block(Token.ENDCHOICE, "choice", opened, true);
  }

  private boolean choiceOption() {
    switch (lexer.token()) {
      case BOOL -> choiceType(SymbolType.BOOL);
      case TRISTATE -> choiceType(SymbolType.TRISTATE);
      case PROMPT -> option(this::prompt);
      case DEFAULT -> option(() -> selection(Property.Kind.DEFAULT));
      case OPTIONAL -> option(() -> optional());
      case RESET -> option(this::reset);
      case DEPENDS -> option(this::dependsOn);
      case HELP -> attempt(this::help);
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
  private void choiceType(SymbolType type) {
    if (!generation.choicesByPriority()) {
      type(type);
      return;
    }
    boolean promptOnly = type == SymbolType.BOOL && generation.typedChoicePrompts();
    option(() -> {
      if (!promptOnly || lexer.token() != Token.QUOTED) {
        throw error(
            "choice-type",
            "a choice has no type in this kernel's Kconfig",
            "choices are always bool; write prompt \"...\"");
      }
      prompt();
    });
  }

  private void optional() {
    expectEndOfLine();
    builder.optional();
  }

  /** OpenWrt's {@code reset}, which only its menus look at. */
  private void reset() {
    exprs.condition();
    expectEndOfLine();
  }

  private void ifBlock(boolean insideChoice) {
    Location opened = here();
    lexer.next();
    Expr condition = exprs.expression();
    expectEndOfLine();
    builder.openIf(condition, here());
    lexer.next();
    block(Token.ENDIF, "if", opened, insideChoice);
  }

  private void menu() {
    Location opened = here();
    lexer.next();
    String title = quotedText();
    expectEndOfLine();
    builder.menu(title, here());
    lexer.next();
    while (menuOption()) {}
    builder.openMenu();
    block(Token.ENDMENU, "menu", opened, false);
  }

  private boolean menuOption() {
    switch (lexer.token()) {
      case VISIBLE -> option(this::visibleIf);
      case DEPENDS -> option(this::dependsOn);
      default -> {
        return false;
      }
    }
    return true;
  }

  private void visibleIf() {
    Expr condition = exprs.condition();
    expectEndOfLine();
    builder.visibleIf(condition, here());
  }

  private void comment() {
    lexer.next();
    String text = quotedText();
    expectEndOfLine();
    builder.comment(text, here());
    lexer.next();
    while (lexer.token() == Token.DEPENDS) {
      option(this::dependsOn);
    }
  }

  /** The statements of a block that is open, and its end. */
  private void block(Token end, String name, Location opened, boolean insideChoice) {
    if (++depth > DEEPEST_BLOCK) {
      throw lexer.failure(
          "nesting", "more than " + DEEPEST_BLOCK + " blocks inside each other", null);
    }
    statements(insideChoice);
    depth--;
    if (end == Token.ENDCHOICE) {
      builder.closeChoice();
    } else {
      builder.closeMenu();
    }
    endBlock(end, name, opened);
  }

  private void endBlock(Token end, String name, Location opened) {
    Token found = lexer.token();
    Mark mark = lexer.mark();
    if (found != end) {
      errors.add(wrongEnd(end, name, opened));
    }
    if (found == Token.END_OF_FILE) {
      return;
    }
    lexer.next();
    expectEndOfLine();
    // A last line without a newline ends in the file that includes this one, to conf.
    if (found == end && !opened.file().equals(lexer.openFile())) {
      errors.add(
          mark.diagnostic(
              "end-in-other-file",
              end.describe() + " is in a different file than its " + name,
              "the " + name + " began at " + opened + "; the last line of a file needs a newline"));
    }
    lexer.next();
  }

  private Diagnostic wrongEnd(Token end, String name, Location opened) {
    return lexer.token() == Token.END_OF_FILE
        ? lexer.at(
            "missing-end",
            "the " + name + " that began at " + opened + " has no end",
            "add " + end.text())
        : lexer.at(
            "unexpected-end",
            "unexpected " + lexer.token().describe() + " within " + name + " block",
            "the " + name + " began at " + opened);
  }

  private void source() {
    lexer.next();
    String name = lexer.text();
    if (!atText()) {
      throw error(
          "syntax", "expected a file name in quotes, found " + lexer.token().describe(), null);
    }
    Mark mark = lexer.mark();
    lexer.next();
    expectEndOfLine();
    includes.enterAll(builder.expand(name), mark, lexer.statementLine());
    lexer.next();
  }

  private void assignment() {
    String name = lexer.text();
    Mark mark = lexer.mark();
    Token operator = lexer.next();
    if (operator != Token.EQUAL && operator != Token.COLON_EQUAL && operator != Token.PLUS_EQUAL) {
      throw new SyntaxError(
          mark.diagnostic("unknown-statement", "unknown statement \"" + name + "\"", STATEMENTS));
    }
    String value = "";
    if (lexer.next() == Token.ASSIGNED_VALUE) {
      value = lexer.text();
      lexer.next();
    }
    expectEndOfLine();
    macros.assign(name, operator, value, lexer);
    lexer.next();
  }

  /** Up to 4.20 a text that is one word needs no quotes. */
  private boolean atText() {
    return lexer.token() == Token.QUOTED
        || generation.contextualKeywords() && lexer.token() == Token.WORD;
  }

  private String quotedText() {
    String text = lexer.text();
    if (atText()) {
      lexer.next();
    } else {
      expect(Token.QUOTED, "put the text in quotes");
    }
    return text;
  }

  private void expect(Token token, @Nullable String hint) {
    if (lexer.token() != token) {
      throw error(
          "syntax", "expected " + token.describe() + ", found " + lexer.token().describe(), hint);
    }
    lexer.next();
  }

  private void expectEndOfLine() {
    if (lexer.token() != Token.END_OF_LINE) {
      String hint = lexer.token() == Token.END_OF_FILE ? "end the last line with a newline" : null;
      throw error(
          "syntax", "expected the end of the line, found " + lexer.token().describe(), hint);
    }
  }

  private Location here() {
    return new Location(lexer.fileName(), lexer.statementLine());
  }

  private SyntaxError error(String check, String message, @Nullable String hint) {
    return new SyntaxError(lexer.at(check, message, hint));
  }

  private void fail(String check, String message, @Nullable String hint) {
    throw error(check, message, hint);
  }
}
