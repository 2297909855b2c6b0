package dev.unprobed.kconfig.parse;

import dev.unprobed.kconfig.tree.Expr;
import dev.unprobed.kconfig.tree.TreeBuilder;

/** The first lines of {@code menu}, {@code if} and {@code comment}, with their options. */
final class MenuParser {
  private final Lexer lexer;
  private final LineParser line;
  private final ExprParser exprs;
  private final EntryOptions options;
  private final TreeBuilder builder;

  MenuParser(
      Lexer lexer, LineParser line, ExprParser exprs, EntryOptions options, TreeBuilder builder) {
    this.lexer = lexer;
    this.line = line;
    this.exprs = exprs;
    this.options = options;
    this.builder = builder;
  }

  /** {@code mainmenu}, which only names the whole. */
  void mainMenu(boolean heeded) {
    lexer.next();
    String title = line.text();
    line.expectEnd();
    if (heeded) {
      builder.mainMenu(title, line.here());
    }
    lexer.next();
  }

  /** Leaves the lexer at the first statement of the menu. */
  void openMenu() {
    lexer.next();
    String title = line.text();
    line.expectEnd();
    builder.menu(title, line.here());
    lexer.next();
    while (menuOption()) {}
    builder.openMenu();
  }

  private boolean menuOption() {
    switch (lexer.token()) {
      case VISIBLE -> line.option(this::visibleIf);
      case DEPENDS -> options.dependsOn();
      default -> {
        return false;
      }
    }
    return true;
  }

  private void visibleIf() {
    Expr condition = exprs.condition();
    line.expectEnd();
    builder.visibleIf(condition, line.here());
  }

  /** Leaves the lexer at the first statement below the {@code if}. */
  void openIf() {
    lexer.next();
    Expr condition = exprs.expression();
    line.expectEnd();
    builder.openIf(condition, line.here());
    lexer.next();
  }

  void comment() {
    lexer.next();
    String text = line.text();
    line.expectEnd();
    builder.comment(text, line.here());
    lexer.next();
    while (lexer.token() == Token.DEPENDS) {
      options.dependsOn();
    }
  }
}
