package dev.unprobed.kernel.source;

import java.util.ArrayList;
import java.util.List;

/** What stands before the =, the braces or the semicolon of a declaration. */
final class Head {
  private final List<Token> tokens = new ArrayList<>();
  private int depth;

  void add(Token token) {
    depth += token.is('(') || token.is('[') ? 1 : token.is(')') || token.is(']') ? -1 : 0;
    tokens.add(token);
  }

  boolean isEmpty() {
    return tokens.isEmpty();
  }

  /** Whether it is a MODULE_ALIAS, whose text may be a macro's. */
  boolean alias() {
    return !tokens.isEmpty() && tokens.getFirst().isWord("MODULE_ALIAS");
  }

  /** Whether a bracket is open. */
  boolean inside() {
    return depth > 0;
  }

  List<Token> tokens() {
    return tokens;
  }

  /** Where the last struct outside of brackets is; negative when there is none. */
  private int struct() {
    int open = 0;
    int at = -1;
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      open += token.is('(') ? 1 : token.is(')') ? -1 : 0;
      if (open == 0 && token.isWord("struct")) {
        at = i;
      }
    }
    return at;
  }

  /** The structure's name; empty when it is none. */
  String type() {
    int struct = struct();
    return struct < 0 || struct + 1 >= tokens.size() ? "" : tokens.get(struct + 1).text();
  }

  /** Of the variable: the first word behind the type that is no attribute. */
  String variable() {
    int struct = struct();
    for (int i = struct + 2; struct >= 0 && i < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (token.isWord() && !token.text().startsWith("__") && !token.isWord("const")) {
        return token.text();
      }
      i = token.isWord() && i + 1 < tokens.size() && tokens.get(i + 1).is('(') ? close(i + 1) : i;
    }
    return "";
  }

  private int close(int open) {
    int inside = 0;
    for (int i = open; i < tokens.size(); i++) {
      inside += tokens.get(i).is('(') ? 1 : tokens.get(i).is(')') ? -1 : 0;
      if (inside == 0) {
        return i;
      }
    }
    return tokens.size();
  }

  boolean pointer() {
    int struct = struct();
    return struct >= 0 && tokens.subList(struct, tokens.size()).stream().anyMatch(t -> t.is('*'));
  }

  boolean array() {
    return tokens.stream().anyMatch(t -> t.is('['));
  }

  /** The section that the variable is put into; empty when it is not said. */
  String section() {
    for (int i = 0; i + 2 < tokens.size(); i++) {
      boolean word = tokens.get(i).isWord("__section") || tokens.get(i).isWord("__section__");
      if (word && tokens.get(i + 1).is('(')) {
        StringBuilder section = new StringBuilder();
        for (int j = i + 2; j < tokens.size() && !tokens.get(j).is(')'); j++) {
          section.append(tokens.get(j).text());
        }
        return section.toString();
      }
    }
    return "";
  }

  /** The function's name: what stands before the last brackets that are no attribute's. */
  String function() {
    String name = "";
    int open = 0;
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (token.is('(') && open++ == 0 && i > 0) {
        Token before = tokens.get(i - 1);
        name = before.isWord() && !before.text().startsWith("__a") ? before.text() : name;
      } else if (token.is(')')) {
        open--;
      }
    }
    return name;
  }

  /** The type of {@code struct TYPE *name} among the parameters; empty when there is none. */
  String parameterType(String name) {
    for (int i = 0; i + 3 < tokens.size(); i++) {
      boolean there =
          tokens.get(i).isWord("struct")
              && tokens.get(i + 2).is('*')
              && tokens.get(i + 3).isWord(name);
      if (there) {
        return tokens.get(i + 1).text();
      }
    }
    return "";
  }
}
