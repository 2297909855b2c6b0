package dev.unprobed.kernel.source;

import java.util.ArrayList;
import java.util.List;

/** Collects what a macro is called with, from behind the bracket that opens. */
final class Arguments {
  private final Macro macro;
  private final List<List<Token>> arguments = new ArrayList<>();
  private List<Token> argument = new ArrayList<>();
  private int depth;

  Arguments(Macro macro) {
    this.macro = macro;
  }

  /** False once the bracket is closed, or where the text ends. */
  boolean add(Token token) {
    if (token.kind() == Token.Kind.END || (depth == 0 && token.is(')'))) {
      arguments.add(argument);
      return false;
    }
    boolean rest = macro.variadic() && arguments.size() == macro.parameters().size() - 1;
    if (depth == 0 && token.is(',') && !rest) {
      arguments.add(argument);
      argument = new ArrayList<>();
      return true;
    }
    depth += token.is('(') || token.is('{') ? 1 : token.is(')') || token.is('}') ? -1 : 0;
    argument.add(token);
    return true;
  }

  List<List<Token>> all() {
    return arguments;
  }
}
