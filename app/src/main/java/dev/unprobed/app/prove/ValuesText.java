package dev.unprobed.app.prove;

import dev.unprobed.app.text.Lines;
import dev.unprobed.kconfig.dotconfig.ConfigText;
import dev.unprobed.kconfig.source.ByteText;
import dev.unprobed.kconfig.tree.Symbol;
import dev.unprobed.prove.value.Possible;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Possible values for people. */
public final class ValuesText {
  private static final int WIDTH = 80;

  private ValuesText() {}

  /**
   * One line for each symbol: {@code SYMBOL: n m y}, and what is not known.
   *
   * @param reasons for values that a symbol cannot have, the lines that make it so, readable
   */
  public static String of(List<Possible> symbols, Map<Symbol, Map<String, List<String>>> reasons) {
    return symbols.stream()
        .map(possible -> line(possible) + why(reasons.getOrDefault(possible.symbol(), Map.of())))
        .collect(Collectors.joining("\n"));
  }

  private static String why(Map<String, List<String>> reasons) {
    Lines text = new Lines(WIDTH);
    reasons.forEach((value, lines) -> {
      text.line("  not " + value);
      lines.forEach(line -> text.words("    ", "      ", line));
    });
    return reasons.isEmpty() ? "" : "\n" + text.toString().stripTrailing();
  }

  private static String line(Possible possible) {
    Symbol symbol = possible.symbol();
    List<String> ranges = possible.ranges();
    String line =
        symbol.displayName()
            + ": "
            + (ranges == null ? texts(symbol, possible.values()) : texts(symbol, ranges))
            + (possible.representative() ? "  (and others like these)" : "");
    return possible.undecided().isEmpty()
        ? line
        : line + "  (not decided: " + texts(symbol, possible.undecided()) + ")";
  }

  private static String texts(Symbol symbol, Iterable<String> values) {
    StringBuilder text = new StringBuilder();
    for (String value : values) {
      boolean bare = symbol.type().logical() || symbol.type().numeric() && !value.isEmpty();
      String shown = bare ? value : ConfigText.written(symbol, value);
      text.append(text.isEmpty() ? "" : " ").append(shown.isEmpty() ? "\"\"" : shown);
    }
    return ByteText.readable(text.toString());
  }

  /** How many symbols there are of each kind, and the names of those that are not free. */
  public static String summary(List<Possible> symbols) {
    return Arrays.stream(Possible.Kind.values())
        .map(kind -> summary(kind, symbols))
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining("\n"));
  }

  private static String summary(Possible.Kind kind, List<Possible> symbols) {
    List<String> names =
        symbols.stream()
            .filter(possible -> possible.kind() == kind)
            .map(possible -> possible.symbol().displayName())
            .toList();
    if (names.isEmpty()) {
      return "";
    }
    String heading = "%s: %,d".formatted(kind.text(), names.size());
    return kind == Possible.Kind.FREE
        ? heading
        : heading + names.stream().map(name -> "\n  " + name).collect(Collectors.joining());
  }
}
