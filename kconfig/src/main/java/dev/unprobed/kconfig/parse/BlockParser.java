package dev.unprobed.kconfig.parse;

import dev.unprobed.kconfig.source.Diagnostic;
import dev.unprobed.kconfig.source.Location;
import dev.unprobed.kconfig.tree.TreeBuilder;

/** The inside and the end of what has an end: menus, choices and ifs. */
final class BlockParser {
  /** conf's parser has room for 4996 of them. */
  private static final int DEEPEST = 4996;

  private final Lexer lexer;
  private final LineParser line;
  private final TreeBuilder builder;
  private int depth;

  BlockParser(Lexer lexer, LineParser line, TreeBuilder builder) {
    this.lexer = lexer;
    this.line = line;
    this.builder = builder;
  }

  /**
   * The statements of a block that is open, and its end.
   *
   * @param end what ends it
   * @param opened where it began
   */
  void block(Token end, Location opened, Runnable statements) {
    if (++depth > DEEPEST) {
      throw lexer.failure(
          "nesting",
          "more than " + DEEPEST + " blocks inside each other",
          "a menu, choice or if within others; conf cannot read that either");
    }
    statements.run();
    depth--;
    if (end == Token.ENDCHOICE) {
      builder.closeChoice();
    } else {
      builder.closeMenu();
    }
    end(end, name(end), opened);
  }

  private static String name(Token end) {
    return switch (end) {
      case ENDCHOICE -> "choice";
      case ENDMENU -> "menu";
      default -> "if";
    };
  }

  private void end(Token end, String name, Location opened) {
    Token found = lexer.token();
    Mark mark = lexer.mark();
    if (found != end) {
      line.errors().add(wrongEnd(end, name, opened));
    }
    if (found == Token.END_OF_FILE) {
      return;
    }
    lexer.next();
    line.expectEnd();
    // A last line without a newline ends in the file that includes this one, to conf.
    if (found == end && !opened.file().equals(lexer.openFile())) {
      line.errors()
          .add(
              mark.diagnostic(
                  "end-in-other-file",
                  end.describe() + " is in a different file than its " + name,
                  "the "
                      + name
                      + " began at "
                      + opened
                      + "; the last line of a file needs a newline"));
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
}
