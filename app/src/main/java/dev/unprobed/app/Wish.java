package dev.unprobed.app;

import dev.unprobed.kconfig.dotconfig.ConfigLines;
import dev.unprobed.kconfig.source.ByteText;
import dev.unprobed.kconfig.source.Diagnostic;
import dev.unprobed.kconfig.source.KconfigException;
import java.util.Optional;

/**
 * A symbol, or a symbol and a value, as somebody types them: {@code SYMBOL}, {@code SYMBOL=m}, with
 * or without {@code CONFIG_}.
 *
 * @param name without the prefix, a byte string
 * @param value without quotes, a byte string
 */
record Wish(String name, Optional<String> value) {
  static Wish of(String typed, String prefix) {
    String text = ByteText.encode(typed.strip());
    int equals = text.indexOf('=');
    String named = equals < 0 ? text : text.substring(0, equals);
    String name = named.startsWith(prefix) ? named.substring(prefix.length()) : named;
    if (name.isEmpty()) {
      String hint = "such as COMMON_CLK, or COMMON_CLK=m";
      throw new KconfigException(
          Diagnostic.ofFile("why", "no-symbol", "\"" + text + "\" names no symbol", hint));
    }
    return new Wish(
        name, equals < 0 ? Optional.empty() : Optional.of(unquoted(text.substring(equals + 1))));
  }

  private static String unquoted(String value) {
    String inside = value.startsWith("\"") ? ConfigLines.unescape(value) : null;
    return inside == null ? value : inside;
  }
}
