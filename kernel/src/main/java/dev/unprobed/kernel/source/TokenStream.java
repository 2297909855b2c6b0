package dev.unprobed.kernel.source;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The tokens of a file, with or without its macros expanded. */
final class TokenStream {
  private final Lexer lexer;
  private final Expansion expansion;
  private final Deque<Token> pushed = new ArrayDeque<>();
  private int next;

  TokenStream(Lexer lexer, Expansion expansion) {
    this.lexer = lexer;
    this.expansion = expansion;
  }

  /** As it stands there. */
  Token raw() {
    Token token = pushed.poll();
    return token != null ? token : next < lexer.count() ? lexer.token(next++) : Token.END;
  }

  Token peek() {
    Token token = raw();
    pushed.push(token);
    return token;
  }

  void push(Token token) {
    pushed.push(token);
  }

  /**
   * The next one after expanding.
   *
   * @param deep whether macros of headers beside the file are worth looking for
   */
  Token expanded(boolean deep) {
    while (true) {
      Token token = raw();
      if (!token.isWord() || token.painted() || Expansion.left(token.text())) {
        return token;
      }
      boolean called = peek().is('(');
      Macro macro = expansion.macros().find(token.text(), deep);
      if (macro == null || (macro.function() && !called)) {
        return token;
      }
      expand(macro, deep);
    }
  }

  private void expand(Macro macro, boolean deep) {
    List<List<Token>> arguments = new ArrayList<>();
    if (macro.function()) {
      raw();
      Arguments collected = new Arguments(macro);
      while (collected.add(raw())) {
        // Until the last bracket.
      }
      arguments.addAll(collected.all());
    }
    expansion.of(macro, arguments, deep).reversed().forEach(pushed::push);
  }
}
