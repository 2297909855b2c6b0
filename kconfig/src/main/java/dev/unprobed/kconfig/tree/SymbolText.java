package dev.unprobed.kconfig.tree;

import org.jspecify.annotations.Nullable;

/**
 * Puts the values of symbols in the place of {@code $NAME} (4.17's symbol.c:
 * sym_expand_string_value). That happens while files are still being read, so a symbol is what its
 * first default says.
 */
final class SymbolText {
  private SymbolText() {}

  static String expand(String text, SymbolTable symbols) {
    int dollar = text.indexOf('$');
    if (dollar < 0) {
      return text;
    }
    StringBuilder out = new StringBuilder();
    int done = 0;
    while (dollar >= 0) {
      out.append(text, done, dollar);
      done = endOfName(text, dollar + 1);
      out.append(value(symbols.find(text.substring(dollar + 1, done))));
      dollar = text.indexOf('$', done);
    }
    return out.append(text, done, text.length()).toString();
  }

  private static int endOfName(String text, int from) {
    int end = from;
    while (end < text.length() && nameChar(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean nameChar(char c) {
    return c < 0x80 && (Character.isLetterOrDigit(c) || c == '_');
  }

  private static String value(@Nullable Symbol symbol) {
    if (symbol == null) {
      return "";
    }
    if (symbol.type == SymbolType.UNKNOWN) {
      return symbol.displayName();
    }
    for (Property property : symbol.properties) {
      Symbol from = property.kind == Property.Kind.DEFAULT ? property.valueSymbol() : null;
      if (from != null) {
        return from.displayName();
      }
    }
    return symbol.type.logical() ? "n" : "";
  }
}
