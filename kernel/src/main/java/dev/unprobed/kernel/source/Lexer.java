package dev.unprobed.kernel.source;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Takes a file of C apart: tokens, macros, names of included files. Follows #if where the
 * configuration decides it; else both branches count, as long as the first one closes all brackets
 * that it opens.
 */
final class Lexer {
  private final String text;
  private final Function<String, Truth> symbols;
  private final Map<String, Macro> macros = new HashMap<>();
  private final List<String> includes = new ArrayList<>();
  private final Deque<Branch> branches = new ArrayDeque<>();
  private Token.Kind[] kinds = new Token.Kind[256];
  private int[] ends = new int[512];
  private int count;
  private int at;
  private int depth;
  private boolean active = true;

  /** An #if that is open. */
  private record Branch(boolean outer, boolean taken, boolean unknown, int depth) {}

  private Lexer(String text, Function<String, Truth> symbols) {
    this.text = text;
    this.symbols = symbols;
  }

  static Lexer read(String text, Function<String, Truth> symbols) {
    Lexer lexer = new Lexer(text, symbols);
    lexer.run(true);
    return lexer;
  }

  /** Of a text without directives. */
  static List<Token> tokens(String text) {
    Lexer lexer = new Lexer(text, _ -> Truth.UNKNOWN);
    lexer.run(false);
    List<Token> tokens = new ArrayList<>(lexer.count);
    for (int i = 0; i < lexer.count; i++) {
      tokens.add(lexer.token(i));
    }
    return tokens;
  }

  int count() {
    return count;
  }

  Map<String, Macro> macros() {
    return macros;
  }

  /** With their quotes or angle brackets. */
  List<String> includes() {
    return includes;
  }

  Token token(int index) {
    int from = ends[2 * index];
    int to = ends[2 * index + 1];
    return switch (kinds[index]) {
      case MARK -> Token.mark(text.charAt(from));
      case WORD -> Token.word(text.substring(from, to));
      case STRING ->
          new Token(Token.Kind.STRING, text.substring(from, to).replace("\\\n", ""), true);
      case NUMBER -> new Token(Token.Kind.NUMBER, text.substring(from, to), true);
      case END -> Token.END;
    };
  }

  static int wordEnd(String text, int from) {
    int end = from;
    while (end < text.length() && inWord(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean inWord(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || (c >= '0' && c <= '9');
  }

  private void run(boolean directives) {
    boolean lineStart = directives;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '\n') {
        lineStart = directives;
        at++;
      } else if (c <= ' ' || (c == '\\' && next(1) == '\n')) {
        at += c == '\\' ? 2 : 1;
      } else if (c == '/' && next(1) == '*') {
        comment();
      } else if (c == '/' && next(1) == '/') {
        lineEnd();
      } else if (c == '#' && lineStart) {
        directive();
      } else if (!active) {
        lineStart = false;
        skipped(c);
      } else {
        lineStart = false;
        token(c);
      }
    }
  }

  private char next(int offset) {
    return at + offset < text.length() ? text.charAt(at + offset) : 0;
  }

  private void comment() {
    int end = text.indexOf("*/", at + 2);
    at = end < 0 ? text.length() : end + 2;
  }

  private void lineEnd() {
    int end = text.indexOf('\n', at);
    at = end < 0 ? text.length() : end;
  }

  private void skipped(char c) {
    if (c == '"' || c == '\'') {
      at = stringEnd(c);
    } else {
      at++;
    }
  }

  private void token(char c) {
    int from = at;
    if (c == '"') {
      at = stringEnd(c);
      add(Token.Kind.STRING, from + 1, Math.max(from + 1, at - 1));
    } else if (c == '\'') {
      at = stringEnd(c);
      add(Token.Kind.NUMBER, from, at);
    } else if (c >= '0' && c <= '9') {
      while (inWord(next(0)) || next(0) == '.') {
        at++;
      }
      add(Token.Kind.NUMBER, from, at);
    } else if (inWord(c)) {
      at = wordEnd(text, at);
      add(Token.Kind.WORD, from, at);
    } else {
      at++;
      depth += c == '{' || c == '(' ? 1 : c == '}' || c == ')' ? -1 : 0;
      add(Token.Kind.MARK, from, at);
    }
  }

  /** Behind the quote that ends it; a string never goes over the end of a line. */
  private int stringEnd(char quote) {
    for (int i = at + 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == quote) {
        return i + 1;
      } else if (c == '\n') {
        return i;
      }
    }
    return text.length();
  }

  private void add(Token.Kind kind, int from, int to) {
    if (count == kinds.length) {
      kinds = Arrays.copyOf(kinds, 2 * count);
      ends = Arrays.copyOf(ends, 4 * count);
    }
    kinds[count] = kind;
    ends[2 * count] = from;
    ends[2 * count + 1] = to;
    count++;
  }

  private void directive() {
    String line = logicalLine();
    int from = 0;
    while (from < line.length() && line.charAt(from) <= ' ') {
      from++;
    }
    int end = wordEnd(line, from);
    String name = line.substring(from, end);
    String rest = line.substring(end).strip();
    switch (name) {
      case "if" -> open(expression(rest).value());
      case "ifdef" -> open(expression("").defined(rest));
      case "ifndef" -> open(expression("").defined(rest).not());
      case "elif" -> other(rest);
      case "else" -> other("1");
      case "endif" -> close();
      case "define" -> define(rest);
      case "include" -> include(rest);
      default -> {}
    }
  }

  private IfExpression expression(String expression) {
    return new IfExpression(expression, symbols, macros::containsKey);
  }

  /** What is behind the #, without comments, with the lines that backslashes join. */
  private String logicalLine() {
    StringBuilder line = new StringBuilder();
    at++;
    while (at < text.length() && text.charAt(at) != '\n') {
      char c = text.charAt(at);
      if (c == '\\' && next(1) == '\n') {
        line.append(' ');
        at += 2;
      } else if (c == '/' && next(1) == '*') {
        line.append(' ');
        comment();
      } else if (c == '/' && next(1) == '/') {
        lineEnd();
      } else if (c == '"') {
        int end = stringEnd(c);
        line.append(text, at, end);
        at = end;
      } else {
        line.append(c);
        at++;
      }
    }
    return line.toString();
  }

  private void open(Truth truth) {
    branches.push(new Branch(active, truth == Truth.YES, truth == Truth.UNKNOWN, depth));
    active = active && truth != Truth.NO;
  }

  private void other(String expression) {
    Branch branch = branches.poll();
    if (branch == null) {
      return;
    }
    boolean unbalanced = branch.unknown() && active && depth != branch.depth();
    boolean taken = branch.taken() || unbalanced;
    Truth truth = taken ? Truth.NO : expression(expression).value();
    boolean now = taken || truth == Truth.YES;
    branches.push(new Branch(branch.outer(), now, truth == Truth.UNKNOWN, depth));
    active = branch.outer() && truth != Truth.NO;
  }

  private void close() {
    Branch branch = branches.poll();
    active = branch == null || branch.outer();
  }

  /** The first definition counts: a later one is most often that of the other branch. */
  private void define(String rest) {
    if (active) {
      Macro.parse(rest).forEach(macro -> macros.putIfAbsent(macro.name(), macro));
    }
  }

  private void include(String rest) {
    if (active && rest.length() > 2) {
      char close = rest.charAt(0) == '<' ? '>' : '"';
      int end = rest.indexOf(close, 1);
      if (end > 0) {
        includes.add(rest.substring(0, end + 1));
      }
    }
  }
}
