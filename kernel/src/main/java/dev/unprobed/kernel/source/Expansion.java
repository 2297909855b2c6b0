package dev.unprobed.kernel.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Expands macros as the preprocessor does, ## and # among it. */
final class Expansion {
  private static final int DEEPEST = 40;

  /** For one file. */
  private static final int MOST_TOKENS = 2_000_000;

  private static final Set<String> LEFT =
      Set.of(
          "MODULE_DEVICE_TABLE",
          "MODULE_ALIAS",
          "MODULE_LICENSE",
          "MODULE_AUTHOR",
          "MODULE_DESCRIPTION",
          "module_init",
          "module_exit",
          "KBUILD_MODNAME",
          "THIS_MODULE");

  private final Macros macros;
  private int made;

  Expansion(Macros macros) {
    this.macros = macros;
  }

  Macros macros() {
    return macros;
  }

  /** Whether a macro is expanded or left for who reads declarations. */
  static boolean left(String name) {
    return LEFT.contains(name)
        || name.startsWith("EXPORT_SYMBOL")
        || name.endsWith("_initcall")
        || name.endsWith("_initcall_sync");
  }

  /** What a macro gives; all of it has been expanded. */
  List<Token> of(Macro macro, List<List<Token>> arguments, boolean deep) {
    return of(macro, arguments, deep, new HashSet<>());
  }

  private List<Token> of(
      Macro macro, List<List<Token>> arguments, boolean deep, Set<String> hidden) {
    List<Token> body = substituted(macro, arguments, deep, hidden);
    made += body.size();
    if (hidden.size() >= DEEPEST || made > MOST_TOKENS) {
      return List.of();
    }
    boolean added = hidden.add(macro.name());
    List<Token> result = all(body, deep, hidden);
    if (added) {
      hidden.remove(macro.name());
    }
    return result;
  }

  private List<Token> all(List<Token> tokens, boolean deep, Set<String> hidden) {
    List<Token> result = new ArrayList<>();
    int i = 0;
    while (i < tokens.size()) {
      Token token = tokens.get(i++);
      Macro macro = macro(token, deep, hidden);
      if (macro == null) {
        result.add(token.paint());
      } else if (!macro.function()) {
        result.addAll(of(macro, List.of(), deep, hidden));
      } else if (i < tokens.size() && tokens.get(i).is('(')) {
        List<List<Token>> arguments = new ArrayList<>();
        i = arguments(tokens, i + 1, macro, arguments);
        result.addAll(of(macro, arguments, deep, hidden));
      } else {
        result.add(token.paint());
      }
    }
    return result;
  }

  private @Nullable Macro macro(Token token, boolean deep, Set<String> hidden) {
    boolean candidate =
        token.isWord() && !token.painted() && !hidden.contains(token.text()) && !left(token.text());
    return candidate ? macros.find(token.text(), deep) : null;
  }

  /** Behind the bracket that ends them. */
  private static int arguments(
      List<Token> tokens, int from, Macro macro, List<List<Token>> arguments) {
    Arguments collected = new Arguments(macro);
    int i = from;
    while (i < tokens.size() && collected.add(tokens.get(i++))) {
      // Until the last bracket.
    }
    arguments.addAll(collected.all());
    return i;
  }

  private List<Token> substituted(
      Macro macro, List<List<Token>> arguments, boolean deep, Set<String> hidden) {
    List<Token> body = macro.tokens();
    Map<String, List<Token>> values = new HashMap<>();
    for (int i = 0; i < macro.parameters().size(); i++) {
      values.put(macro.parameters().get(i), i < arguments.size() ? arguments.get(i) : List.of());
    }
    List<Token> result = new ArrayList<>();
    for (int i = 0; i < body.size(); i++) {
      Token token = body.get(i);
      boolean pasted = pasting(body, i + 1);
      if (token.is('#') && i + 1 < body.size() && values.containsKey(body.get(i + 1).text())) {
        result.add(text(values.getOrDefault(body.get(++i).text(), List.of())));
      } else if (pasting(body, i)) {
        i += 2;
        List<Token> right = i < body.size() ? value(body.get(i), values) : List.<Token>of();
        paste(result, right);
      } else if (token.isWord() && values.containsKey(token.text())) {
        List<Token> value = value(token, values);
        result.addAll(pasted ? value : all(value, deep, hidden));
      } else {
        result.add(token);
      }
    }
    return result;
  }

  private static boolean pasting(List<Token> body, int at) {
    return at + 1 < body.size() && body.get(at).is('#') && body.get(at + 1).is('#');
  }

  private static List<Token> value(Token token, Map<String, List<Token>> values) {
    return token.isWord() ? values.getOrDefault(token.text(), List.of(token)) : List.of(token);
  }

  private static void paste(List<Token> result, List<Token> right) {
    if (right.isEmpty()) {
      return;
    }
    List<Token> rest = right;
    if (!result.isEmpty()
        && result.getLast().isWord()
        && (right.getFirst().isWord() || right.getFirst().kind() == Token.Kind.NUMBER)) {
      Token left = result.removeLast();
      result.add(Token.word(left.text() + right.getFirst().text()));
      rest = right.subList(1, right.size());
    }
    result.addAll(rest);
  }

  private static Token text(List<Token> tokens) {
    StringBuilder text = new StringBuilder();
    for (Token token : tokens) {
      boolean words = !text.isEmpty() && Character.isLetterOrDigit(text.charAt(text.length() - 1));
      text.append(words && token.isWord() ? " " : "").append(token.text());
    }
    return new Token(Token.Kind.STRING, text.toString(), true);
  }
}
