package dev.unprobed.app.prove;

import dev.unprobed.kconfig.source.ByteText;
import dev.unprobed.kconfig.tree.Symbol;
import dev.unprobed.prove.value.Possible;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Possible values as a table in Markdown. */
public final class ValuesMarkdown {
  private ValuesMarkdown() {}

  /**
   * A row for each symbol.
   *
   * @param reasons for values that a symbol cannot have, the lines that make it so, readable
   */
  public static String of(List<Possible> symbols, Map<Symbol, Map<String, List<String>>> reasons) {
    String rows =
        symbols.stream()
            .map(possible -> row(possible, reasons.getOrDefault(possible.symbol(), Map.of())))
            .collect(Collectors.joining("\n"));
    return "| symbol | type | can be | that is | because of |\n| --- | --- | --- | --- | --- |\n"
        + rows;
  }

  private static String row(Possible possible, Map<String, List<String>> reasons) {
    return "| %s | %s | %s | %s | %s |"
        .formatted(
            ByteText.readable(possible.symbol().displayName()),
            possible.symbol().type().text(),
            ByteText.readable(String.join(" ", possible.values())),
            possible.kind().text(),
            reasons.entrySet().stream().map(ValuesMarkdown::why).collect(Collectors.joining("; ")));
  }

  private static String why(Map.Entry<String, List<String>> reason) {
    String lines =
        reason.getValue().stream()
            .map(line -> line.replace("|", "\\|"))
            .collect(Collectors.joining(", "));
    return "not " + reason.getKey() + ": " + lines;
  }
}
