package dev.unprobed.kernel.source;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads the entries of tables of ids (include/linux/mod_devicetable.h). */
final class Ids {
  private static final List<String> OF_FIELDS = List.of("name", "type", "compatible", "data");
  private static final List<String> NAME_FIELDS = List.of("name", "driver_data");

  private static final List<String> AMBA_FIELDS = List.of("id", "mask", "data");

  private Ids() {}

  /** The texts of an entry by the names of their fields; empty for the one that ends a table. */
  static Map<String, String> entry(String type, Initializer entry) {
    List<String> names =
        switch (type) {
          case "of_device_id" -> OF_FIELDS;
          case "amba_id" -> AMBA_FIELDS;
          default -> NAME_FIELDS;
        };
    Map<String, String> texts = new LinkedHashMap<>();
    entry
        .fields()
        .forEach((path, value) ->
            Initializer.text(value)
                .or(() -> type.equals("amba_id") ? number(value) : Optional.empty())
                .filter(text -> !text.isEmpty())
                .ifPresent(text -> texts.putIfAbsent(named(path, names), text)));
    return texts;
  }

  /** As it is written. */
  private static Optional<String> number(Initializer.Value value) {
    List<Token> tokens = value.tokens();
    return tokens.size() == 1 && tokens.getFirst().kind() == Token.Kind.NUMBER
        ? Optional.of(tokens.getFirst().text()).filter(text -> !text.equals("0"))
        : Optional.empty();
  }

  /** The number that a literal of C means; empty when it is none. */
  static OptionalLong number(String literal) {
    String digits = literal.replaceFirst("[uUlL]+$", "");
    try {
      return OptionalLong.of(Long.decode(digits));
    } catch (NumberFormatException _) {
      return OptionalLong.empty();
    }
  }

  private static String named(String path, List<String> names) {
    boolean number = path.length() == 1 && Character.isDigit(path.charAt(0));
    int index = number ? path.charAt(0) - '0' : names.size();
    return index < names.size() ? names.get(index) : path;
  }
}
