package dev.unprobed.kconfig.parse;

import dev.unprobed.kconfig.Generation;
import dev.unprobed.kconfig.source.Diagnostic;
import dev.unprobed.kconfig.source.KconfigException;
import dev.unprobed.kconfig.source.Location;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What all statements share: texts in quotes, the end of a line, and errors. After an error the
 * rest of the line is skipped, so that one run shows several of them.
 */
final class LineParser {
  private static final int MOST_ERRORS = 20;

  private final Generation generation;
  private final Lexer lexer;
  private final List<Diagnostic> errors = new ArrayList<>();

  LineParser(Generation generation, Lexer lexer) {
    this.generation = generation;
    this.lexer = lexer;
  }

  /** Those found so far. */
  List<Diagnostic> errors() {
    return errors;
  }

  /** Does one thing of the grammar; after an error goes on behind the line. */
  void attempt(Runnable part) {
    try {
      part.run();
    } catch (SyntaxError e) {
      errors.add(e.diagnostic);
      if (errors.size() >= MOST_ERRORS) {
        throw new KconfigException(errors);
      }
      skipLine();
    }
  }

  private void skipLine() {
    while (lexer.token() != Token.END_OF_LINE && lexer.token() != Token.END_OF_FILE) {
      lexer.next();
    }
    if (lexer.token() == Token.END_OF_LINE) {
      lexer.next();
    }
  }

  /** An option of one line, whose keyword is the current token. */
  void option(Runnable rest) {
    attempt(() -> {
      lexer.next();
      rest.run();
      lexer.next();
    });
  }

  /** Up to 4.20 and in Kconfiglib a text that is one word needs no quotes. */
  boolean atText() {
    return lexer.token() == Token.QUOTED
        || generation.unquotedTexts() && lexer.token() == Token.WORD;
  }

  String text() {
    String text = lexer.text();
    if (atText()) {
      lexer.next();
    } else {
      expect(Token.QUOTED, "put the text in quotes");
    }
    return text;
  }

  void expect(Token token, @Nullable String hint) {
    if (lexer.token() != token) {
      throw new SyntaxError(lexer.unexpected(token.describe(), hint));
    }
    lexer.next();
  }

  /** Looks at the end of the line without moving on, for what follows may be in another file. */
  void expectEnd() {
    if (lexer.token() != Token.END_OF_LINE) {
      String hint = lexer.token() == Token.END_OF_FILE ? "end the last line with a newline" : null;
      throw new SyntaxError(lexer.unexpected(Token.END_OF_LINE.describe(), hint));
    }
  }

  /** The current statement. */
  Location here() {
    return new Location(lexer.fileName(), lexer.statementLine());
  }

  SyntaxError error(String check, String message, @Nullable String hint) {
    return new SyntaxError(lexer.at(check, message, hint));
  }
}
