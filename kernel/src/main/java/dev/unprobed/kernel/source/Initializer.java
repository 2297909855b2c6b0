package dev.unprobed.kernel.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What stands behind the = of a variable. */
sealed interface Initializer {
  /** Tokens that are no braces, after the macros are expanded. */
  record Value(List<Token> tokens) implements Initializer {}

  record Braces(List<Item> items) implements Initializer {}

  /**
   * One of what is in braces.
   *
   * @param path such as driver.name; empty when it has its place by its number
   */
  record Item(String path, Initializer value) {}

  /** All values of a structure by their paths; those without a name by their number. */
  default Map<String, Value> fields() {
    Map<String, Value> fields = new LinkedHashMap<>();
    collect("", fields);
    return fields;
  }

  private void collect(String prefix, Map<String, Value> fields) {
    switch (this) {
      case Value value -> fields.putIfAbsent(prefix, value);
      case Braces braces -> {
        int number = 0;
        for (Item item : braces.items()) {
          String name = item.path().isEmpty() ? Integer.toString(number) : item.path();
          item.value().collect(prefix.isEmpty() ? name : prefix + "." + name, fields);
          number++;
        }
      }
    }
  }

  /** The entries of an array; one when it is none. */
  default List<Initializer> entries() {
    return switch (this) {
      case Value value -> List.of(value);
      case Braces braces -> braces.items().stream().map(Item::value).toList();
    };
  }

  /** A text, when it is nothing else: strings one behind the other. */
  static Optional<String> text(Value value) {
    List<Token> tokens = bare(value.tokens());
    if (tokens.size() == 1 && tokens.getFirst().isWord("KBUILD_MODNAME")) {
      return Optional.of(FileFacts.MODULE_NAME);
    }
    boolean strings =
        !tokens.isEmpty() && tokens.stream().allMatch(t -> t.kind() == Token.Kind.STRING);
    if (!strings) {
      return Optional.empty();
    }
    StringBuilder text = new StringBuilder();
    tokens.forEach(token -> text.append(token.text()));
    return Optional.of(text.toString());
  }

  /** The name of what it points to. */
  static Optional<String> name(Value value) {
    List<Token> tokens = bare(value.tokens());
    return tokens.stream()
        .filter(Token::isWord)
        .map(Token::text)
        .filter(word -> !word.equals("NULL") && !word.equals("const") && !word.equals("void"))
        .findFirst();
  }

  /** Without brackets around all of it. */
  private static List<Token> bare(List<Token> tokens) {
    List<Token> bare = tokens;
    while (bare.size() > 2 && bare.getFirst().is('(') && bare.getLast().is(')')) {
      bare = bare.subList(1, bare.size() - 1);
    }
    return bare;
  }

  /** Reads from behind the =; the comma or semicolon that follows stays. */
  static Initializer read(TokenStream tokens) {
    return read(tokens, 0);
  }

  private static Initializer read(TokenStream tokens, int depth) {
    Token token = tokens.expanded(true);
    if (token.is('{') && depth < 40) {
      return braces(tokens, depth);
    }
    tokens.push(token.paint());
    return value(tokens);
  }

  private static Initializer braces(TokenStream tokens, int depth) {
    List<Item> items = new ArrayList<>();
    while (true) {
      Token token = tokens.expanded(true);
      if (token.is('}') || token.kind() == Token.Kind.END) {
        return new Braces(items);
      }
      if (!token.is(',')) {
        tokens.push(token.paint());
        items.add(new Item(path(tokens), read(tokens, depth + 1)));
      }
    }
  }

  /** {@code .a.b =}; an index tells nothing here. */
  private static String path(TokenStream tokens) {
    StringBuilder path = new StringBuilder();
    boolean any = false;
    while (true) {
      Token token = tokens.expanded(true);
      if (token.is('.')) {
        path.append(path.isEmpty() ? "" : ".").append(tokens.raw().text());
        any = true;
      } else if (token.is('[')) {
        skip(tokens);
        any = true;
      } else if (any && token.is('=')) {
        return path.toString();
      } else {
        tokens.push(token.paint());
        return path.toString();
      }
    }
  }

  private static void skip(TokenStream tokens) {
    int depth = 1;
    while (depth > 0) {
      Token token = tokens.expanded(true);
      depth += token.is('[') ? 1 : token.is(']') ? -1 : 0;
      if (token.kind() == Token.Kind.END) {
        return;
      }
    }
  }

  private static Value value(TokenStream tokens) {
    List<Token> value = new ArrayList<>();
    int depth = 0;
    while (true) {
      Token token = tokens.expanded(true);
      boolean close = token.is(')') || token.is('}') || token.is(']');
      boolean over = depth == 0 && (close || token.is(',') || token.is(';'));
      if (over || token.kind() == Token.Kind.END) {
        tokens.push(token);
        return new Value(List.copyOf(value));
      }
      depth += token.is('(') || token.is('{') || token.is('[') ? 1 : close ? -1 : 0;
      value.add(token);
    }
  }
}
