package dev.unprobed.kconfig.parse;

import dev.unprobed.kconfig.Generation;
import dev.unprobed.kconfig.source.ByteText;
import dev.unprobed.kconfig.source.Diagnostic;
import dev.unprobed.kconfig.source.KconfigException;
import dev.unprobed.kconfig.source.Messages;
import dev.unprobed.kconfig.tree.HelpText;
import dev.unprobed.kconfig.tree.TreeBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Cuts files into tokens (lexer.l), expands macros on the way, and reads included files in place.
 * Holds the current token; {@link #next} moves on.
 */
final class Lexer {
  private final Words words;
  private final Includes includes;
  private final MacroExpander macros;
  private final Messages messages;
  private final boolean contextualKeywords;
  private final boolean pathWords;
  private final boolean silentAboutCharacters;
  private final boolean kconfiglib;
  private Token previous = Token.END_OF_LINE;
  private Token beforePrevious = Token.END_OF_LINE;
  private Token token = Token.END_OF_LINE;
  private boolean valueExpected;
  private @Nullable Word word;
  private String text = "";
  private int tokenStart;
  private Buffer tokenBuffer;
  private int statementLine = 1;
  private String statementFile;

  /** 6.1: the end of the first file also ends its last line; later it has to end in a newline. */
  private final boolean endsLastLine;

  private boolean allEnded;
  private final MacroLine macroLine;

  Lexer(Generation generation, Includes includes, MacroExpander macros, Messages messages) {
    this.words = new Words(generation);
    this.endsLastLine = !generation.choicesByPriority();
    this.includes = includes;
    this.macros = macros;
    this.contextualKeywords = generation.contextualKeywords();
    this.pathWords = generation.pathWords();
    this.silentAboutCharacters = generation.silentAboutCharacters();
    this.kconfiglib = generation.oddCharactersRefused();
    this.messages = messages;
    this.macroLine = new MacroLine(macros, this);
    this.tokenBuffer = includes.current();
    this.statementFile = tokenBuffer.file.name();
  }

  Token token() {
    return token;
  }

  /** The text of the current word, quoted text or value. */
  String text() {
    return word != null ? word.text : text;
  }

  /** The current word, with its symbol if it has been looked up. */
  Word word() {
    return word != null ? word : new Word(text, ByteText.bytes(text), Token.WORD, 0);
  }

  /** The line of the first token of the current statement. */
  int statementLine() {
    return statementLine;
  }

  /** The file of the first token of the current statement. */
  String statementFile() {
    return statementFile;
  }

  /** Where the current token begins. */
  Mark mark() {
    byte[] bytes = tokenBuffer.bytes;
    int start = Math.min(tokenStart, bytes.length);
    boolean behindLastNewline = start == bytes.length && start > 0 && bytes[start - 1] == '\n';
    return new Mark(tokenBuffer, behindLastNewline ? start - 1 : start);
  }

  /** A diagnostic that points at the current token. */
  Diagnostic at(String check, String message, @Nullable String hint) {
    return mark().diagnostic(check, message, hint);
  }

  /** The diagnostic about a token that is not the one expected. */
  Diagnostic unexpected(String expected, @Nullable String hint) {
    String found = token == Token.WORD ? "'" + text() + "'" : token.describe();
    String message = "expected " + expected + ", found " + found;
    Diagnostic byMacro = macroLine.blame(tokenBuffer, tokenStart, message);
    return byMacro != null ? byMacro : at("syntax", message, hint);
  }

  /** Moves to the next token, leaving out empty lines. */
  Token next() {
    do {
      word = null;
      token = valueExpected ? assignedValue() : scan();
    } while (token == Token.END_OF_LINE && startOfStatement());
    if (startOfStatement()) {
      statementLine = includes.current().line;
      statementFile = includes.current().file.name();
    }
    valueExpected = startsValue();
    beforePrevious = previous;
    previous = token;
    return token;
  }

  /** The file that the statements around belong to; {@code <none>} behind the end of the first. */
  String openFile() {
    return allEnded ? "<none>" : fileName();
  }

  private boolean startOfStatement() {
    return previous == Token.END_OF_LINE || previous == Token.HELP_TEXT;
  }

  private boolean startsValue() {
    boolean starts =
        beforePrevious == Token.END_OF_LINE || kconfiglib && beforePrevious == Token.HELP_TEXT;
    return starts
        && previous == Token.WORD
        && (token == Token.EQUAL || token == Token.COLON_EQUAL || token == Token.PLUS_EQUAL);
  }

  private Token scan() {
    Buffer buffer = includes.current();
    byte[] bytes = buffer.bytes;
    while (true) {
      int at = buffer.at;
      tokenStart = at;
      tokenBuffer = buffer;
      if (at >= bytes.length) {
        return endOfFile(buffer);
      }
      switch (bytes[at]) {
        case ' ', '\t' -> buffer.at++;
        case '#' -> buffer.at = kconfiglib ? endOfJoinedLine(buffer) : buffer.endOfLine(at);
        case '\n' -> {
          buffer.at++;
          buffer.line++;
          return Token.END_OF_LINE;
        }
        case '"', '\'' -> {
          buffer.at++;
          return quoted(buffer, bytes[at]);
        }
        default -> {
          Token found = wordOrOperator(buffer, at);
          if (found != null) {
            return found;
          }
        }
      }
    }
  }

  /**
   * Absent when nothing came of it: an expansion to nothing, an escaped newline, an odd character.
   */
  private @Nullable Token wordOrOperator(Buffer buffer, int at) {
    byte[] bytes = buffer.bytes;
    int end = at;
    int hash = 0;
    boolean macro = false;
    while (end < bytes.length && inWord(bytes[end])) {
      macro |= bytes[end] == '$';
      hash = hash * 31 + bytes[end++];
    }
    if (macro) {
      return expandedWord(buffer, at);
    }
    if (end > at) {
      buffer.at = end;
      word = words.word(bytes, at, end, hash);
      if (kconfiglib && startOfStatement() && isHelp(word.text)) {
        return Token.HELP;
      }
      if (contextualKeywords && !startOfStatement() && !standsAnywhere(word.token)) {
        word = words.expanded(word.text);
      }
      return word.token;
    }
    if (bytes[at] == '\\' && buffer.byteAt(at + 1) == '\n') {
      buffer.at += 2;
      buffer.line++;
      return null;
    }
    return operator(buffer, at);
  }

  /** Kconfiglib takes any number of dashes around the word. */
  private static boolean isHelp(String text) {
    return text.length() > 4 && text.startsWith("-") && text.replace("-", "").equals("help");
  }

  private boolean inWord(byte c) {
    return wordByte(c) || c == '$' && macros.enabled() || pathWords && (c == '/' || c == '.');
  }

  /** Up to 4.20 only these keywords count behind the first word of a line. */
  private static boolean standsAnywhere(Token token) {
    return token == Token.WORD || token == Token.IF || token == Token.ON;
  }

  private @Nullable Token operator(Buffer buffer, int at) {
    int second = buffer.byteAt(at + 1);
    Token found =
        switch (buffer.bytes[at]) {
          case '|' -> second == '|' ? Token.OR : null;
          case '&' -> second == '&' ? Token.AND : null;
          case '=' -> Token.EQUAL;
          case '!' -> second == '=' ? Token.UNEQUAL : Token.NOT;
          case '<' -> second == '=' ? Token.LESS_EQUAL : Token.LESS;
          case '>' -> second == '=' ? Token.GREATER_EQUAL : Token.GREATER;
          case '(' -> Token.OPEN_PAREN;
          case ')' -> Token.CLOSE_PAREN;
          case ':' -> second == '=' ? Token.COLON_EQUAL : null;
          case '+' -> second == '=' ? Token.PLUS_EQUAL : null;
          default -> null;
        };
    if (found == null && kconfiglib) {
      if (TreeBuilder.isSpace((char) buffer.bytes[at])) {
        buffer.at++;
        return null;
      }
      throw failure("syntax", "there is a character here that means nothing", null);
    }
    if (found == null) {
      buffer.at++;
      if (!silentAboutCharacters) {
        char odd = (char) (buffer.bytes[at] & 0xff);
        warn(buffer.line, "ignoring unsupported character '" + odd + "'");
      }
      return null;
    }
    String operator = found.text();
    buffer.at += operator == null ? 1 : operator.length();
    return found;
  }

  /** ASCII letters, digits, underscore, minus. */
  static boolean wordByte(int c) {
    return c >= 'a' && c <= 'z'
        || c >= 'A' && c <= 'Z'
        || c >= '0' && c <= '9'
        || c == '_'
        || c == '-';
  }

  private @Nullable Token expandedWord(Buffer buffer, int at) {
    StringBuilder expansion = new StringBuilder();
    buffer.at = macroLine.expandWord(buffer, at, expansion);
    if (expansion.isEmpty()) {
      return null;
    }
    word = words.expanded(expansion.toString());
    return Token.WORD;
  }

  private Token quoted(Buffer buffer, byte quote) {
    StringBuilder content = new StringBuilder();
    while (true) {
      int c = buffer.byteAt(buffer.at);
      if (c < 0 || c == '\n') {
        if (kconfiglib) {
          throw failure("syntax", "a text in quotes has no end", "it has to end in its line");
        }
        if (c == '\n') {
          messages.err(
              statementFile + ":" + statementLine + ":warning: multi-line strings not supported\n");
        }
        text = content.toString();
        return Token.QUOTED;
      }
      buffer.at++;
      if (c == quote) {
        text = macros.withVariables(content.toString());
        return Token.QUOTED;
      }
      if (c == '$' && macros.enabled()) {
        buffer.at = macroLine.expandDollar(buffer, buffer.at, content);
      } else if (c == '\\') {
        int escaped = buffer.byteAt(buffer.at);
        if (escaped == '\n' && kconfiglib) {
          buffer.at++;
          buffer.line++;
        }
        if (escaped >= 0 && escaped != '\n') {
          content.append((char) escaped);
          buffer.at++;
        }
      } else {
        content.append((char) c);
      }
    }
  }

  private Token assignedValue() {
    valueExpected = false;
    Buffer buffer = includes.current();
    int at = buffer.at;
    while (buffer.byteAt(at) == ' ' || buffer.byteAt(at) == '\t') {
      at++;
    }
    buffer.at = at;
    int end = kconfiglib ? endOfJoinedLine(buffer) : buffer.endOfLine(at);
    buffer.at = end;
    if (end == at) {
      return scan();
    }
    tokenStart = at;
    tokenBuffer = buffer;
    text = ByteText.of(buffer.bytes, at, end - at);
    text = kconfiglib ? text.replace("\\\n", "") : text;
    return Token.ASSIGNED_VALUE;
  }

  /** Kconfiglib goes on behind an escaped newline whatever stands before it, comments too. */
  private static int endOfJoinedLine(Buffer buffer) {
    int end = buffer.endOfLine(buffer.at);
    while (buffer.byteAt(end) == '\n' && end > buffer.at && buffer.byteAt(end - 1) == '\\') {
      buffer.line++;
      end = buffer.endOfLine(end + 1);
    }
    return end;
  }

  private Token endOfFile(Buffer buffer) {
    if (!startOfStatement()) {
      warn(buffer.line, "no new line at end of file");
    }
    if (buffer.includer != null) {
      includes.leave();
      return Token.END_OF_LINE;
    }
    allEnded = true;
    return endsLastLine && !startOfStatement() ? Token.END_OF_LINE : Token.END_OF_FILE;
  }

  /**
   * Reads the help text that follows a {@code help} line; the current token becomes the help text.
   */
  HelpText helpText() {
    word = null;
    HelpText help = HelpReader.read(includes.current());
    statementLine = includes.current().line;
    statementFile = openFile();
    token = Token.HELP_TEXT;
    beforePrevious = previous;
    previous = token;
    return help;
  }

  private void warn(int line, String warning) {
    messages.err(includes.current().file.name() + ":" + line + ":warning: " + warning + "\n");
  }

  /** The line that the lexer is at, for macros. */
  int line() {
    return includes.current().line;
  }

  /** The file that the lexer is in. */
  String fileName() {
    return includes.current().file.name();
  }

  KconfigException failure(String check, String message, @Nullable String hint) {
    return mark().failure(check, message, hint);
  }
}
