package dev.unprobed.kconfig.parse;

import dev.unprobed.kconfig.Generation;
import dev.unprobed.kconfig.source.Diagnostic;
import dev.unprobed.kconfig.source.KconfigException;
import dev.unprobed.kconfig.source.Likeness;
import dev.unprobed.kconfig.source.Location;
import dev.unprobed.kconfig.tree.TreeBuilder;
import java.util.ArrayList;
import java.util.List;

/** The grammar (parser.y), by recursive descent: which statement it is, and who reads it. */
final class Parser {
  private static final String STATEMENTS =
      "expected config, menuconfig, choice, comment, menu, if, source or an assignment";

  private final Generation generation;
  private final Lexer lexer;
  private final Includes includes;
  private final MacroExpander macros;
  private final TreeBuilder builder;
  private final LineParser line;
  private final ConfigParser configs;
  private final ChoiceParser choices;
  private final MenuParser menus;
  private final BlockParser blocks;

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
    line = new LineParser(generation, lexer);
    ExprParser exprs = new ExprParser(lexer, builder);
    EntryOptions options = new EntryOptions(generation, lexer, line, exprs, builder);
    configs = new ConfigParser(generation, lexer, line, exprs, options, macros, builder);
    choices = new ChoiceParser(generation, lexer, line, exprs, options, builder);
    menus = new MenuParser(lexer, line, exprs, options, builder);
    blocks = new BlockParser(lexer, line, builder);
  }

  /** Reads all files; throws with all errors found. */
  void parse() {
    try {
      parseAll();
    } catch (KconfigException e) {
      // What is wrong before the place where nothing can go on comes first.
      List<Diagnostic> all = new ArrayList<>(line.errors());
      e.diagnostics().stream().filter(d -> !all.contains(d)).forEach(all::add);
      throw new KconfigException(all);
    }
  }

  private void parseAll() {
    lexer.next();
    if (lexer.token() == Token.MAINMENU) {
      line.attempt(this::mainMenu);
    }
    while (lexer.token() != Token.END_OF_FILE) {
      statements(false);
      if (lexer.token() != Token.END_OF_FILE) {
        line.attempt(this::refuseEnd);
      }
    }
    if (!line.errors().isEmpty()) {
      throw new KconfigException(line.errors());
    }
  }

  private void refuseEnd() {
    throw line.error(
        "unexpected-end",
        "there is nothing open that " + lexer.token().describe() + " could end",
        "is there one too many, or is the line that opened it in error?");
  }

  /** Statements up to the end of a block, which is left as the current token. */
  private void statements(boolean insideChoice) {
    while (true) {
      switch (lexer.token()) {
        case ENDIF, ENDMENU, ENDCHOICE, END_OF_FILE -> {
          return;
        }
        default -> line.attempt(() -> statement(insideChoice));
      }
    }
  }

  private void statement(boolean insideChoice) {
    switch (lexer.token()) {
      case CONFIG -> configs.config(false);
      case CONFIGDEFAULT -> configs.configDefault();
      case COMMENT -> menus.comment();
      case IF -> {
        Location opened = line.here();
        menus.openIf();
        blocks.block(Token.ENDIF, opened, () -> statements(insideChoice));
      }
      default -> {
        boolean sourced = generation.sourceInChoice() && lexer.token() == Token.SOURCE;
        if (insideChoice && !sourced && !generation.statementsAnywhere()) {
          throw line.error(
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
      case MENUCONFIG -> configs.config(true);
      case CHOICE -> choice();
      case MENU -> menu();
      case SOURCE, GSOURCE, OSOURCE, RSOURCE, ORSOURCE, GRSOURCE -> source(lexer.token());
      case WORD -> assignment();
      case MAINMENU -> laterMainMenu();
      default ->
          throw line.error(
              "invalid-statement",
              "a statement cannot begin with " + lexer.token().describe(),
              "an option such as bool or default stands below its config, choice or menu");
    }
  }

  /** BusyBox takes no notice of {@code mainmenu}, wherever it stands. */
  private void laterMainMenu() {
    if (!generation.walksMenu() && !generation.statementsAnywhere()) {
      throw line.error(
          "invalid-statement",
          "mainmenu can only be the first statement",
          "move it to the top of the first file");
    }
    mainMenu();
  }

  private void mainMenu() {
    menus.mainMenu(!generation.walksMenu());
  }

  private void choice() {
    Location opened = line.here();
    choices.open();
    blocks.block(Token.ENDCHOICE, opened, () -> statements(true));
  }

  private void menu() {
    Location opened = line.here();
    menus.openMenu();
    blocks.block(Token.ENDMENU, opened, () -> statements(false));
  }

  private void source(Token keyword) {
    lexer.next();
    String name = lexer.text();
    if (!line.atText()) {
      throw new SyntaxError(lexer.unexpected("a file name in quotes", null));
    }
    Mark mark = lexer.mark();
    lexer.next();
    line.expectEnd();
    includes.enterAll(keyword, builder.expand(name), mark, lexer.statementLine());
    lexer.next();
  }

  private static String meant(String name) {
    for (Token token : Token.values()) {
      String keyword = token.text();
      if (keyword != null && keyword.length() > 3 && Likeness.distance(name, keyword) <= 2) {
        return "did you mean " + keyword + "?";
      }
    }
    return STATEMENTS;
  }

  private void assignment() {
    String name = lexer.text();
    Mark mark = lexer.mark();
    Token operator = lexer.next();
    if (operator != Token.EQUAL && operator != Token.COLON_EQUAL && operator != Token.PLUS_EQUAL) {
      throw new SyntaxError(
          mark.diagnostic("unknown-statement", "unknown statement \"" + name + "\"", meant(name)));
    }
    String value = "";
    if (lexer.next() == Token.ASSIGNED_VALUE) {
      value = lexer.text();
      lexer.next();
    }
    line.expectEnd();
    macros.assign(name, operator, value, lexer);
    lexer.next();
  }
}
