package dev.unprobed.kernel.source;

import java.util.ArrayList;
import java.util.List;

/** Goes through the body of a function for calls that register drivers or bring devices. */
final class BodyReader {
  private static final List<String> REGISTERS = List.of("regist", "probe", "add_driver");
  private static final int MOST_ARGUMENTS = 60;

  private final TokenStream tokens;
  private final FileFacts facts;
  private final Head head;
  private final String function;
  private Token before = Token.END;
  private String variable = "";

  BodyReader(TokenStream tokens, FileFacts facts, Head head) {
    this.tokens = tokens;
    this.facts = facts;
    this.head = head;
    this.function = head.function();
  }

  void run() {
    int depth = 1;
    while (depth > 0) {
      Token token = tokens.raw();
      if (token.kind() == Token.Kind.END) {
        return;
      }
      depth += token.is('{') ? 1 : token.is('}') ? -1 : 0;
      if (token.is('(') && before.isWord()) {
        call(before.text());
        before = Token.END;
      } else {
        step(token);
      }
    }
  }

  private void step(Token token) {
    if (token.is('=') && before.isWord("bus")) {
      bus();
    }
    boolean member = before.is('.') || before.is('>');
    if (token.isWord() && !member) {
      variable = token.text();
    }
    before = token;
  }

  private void call(String callee) {
    if (callee.length() < 8 || callee.indexOf('_') < 0) {
      return;
    }
    facts.callees.add(callee);
    if (REGISTERS.stream().anyMatch(callee::contains)) {
      List<Token> read = arguments();
      record(callee, read);
      // They may hold calls too.
      read.reversed().forEach(tokens::push);
    }
  }

  private List<Token> arguments() {
    List<Token> read = new ArrayList<>();
    int depth = 0;
    while (read.size() < MOST_ARGUMENTS) {
      Token token = tokens.raw();
      read.add(token);
      if (token.kind() == Token.Kind.END || token.is(';') || (depth == 0 && token.is(')'))) {
        break;
      }
      depth += token.is('(') ? 1 : token.is(')') ? -1 : 0;
    }
    return read;
  }

  /** The first argument, and all whose address is taken. */
  private void record(String callee, List<Token> arguments) {
    boolean address = true;
    for (Token token : arguments) {
      if (token.isWord() && address) {
        facts.calls.add(new FileFacts.Call(callee, token.text(), function));
        String type = head.parameterType(token.text());
        if (!type.isEmpty()) {
          facts.wrappers.putIfAbsent(type, callee);
        }
      }
      address = token.is('&') || (address && token.is('('));
    }
  }

  private void bus() {
    Token token = tokens.raw();
    if (!token.is('&')) {
      tokens.push(token);
      return;
    }
    String type = head.parameterType(variable);
    Token bus = tokens.peek();
    if (!type.isEmpty() && bus.isWord()) {
      facts.busOfType.put(type, bus.text());
      facts.busOfFunction.put(function, bus.text());
    }
  }
}
