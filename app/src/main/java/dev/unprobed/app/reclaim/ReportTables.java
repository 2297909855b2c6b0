package dev.unprobed.app.reclaim;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** Boards side by side: figures, what stays and why, checks, and what is not as it should be. */
final class ReportTables {

  private final StringBuilder text = new StringBuilder();

  private ReportTables() {}

  static String of(List<JsonNode> boards) {
    ReportTables tables = new ReportTables();
    tables.figures(boards);
    tables.reasons(boards);
    tables.checks(boards);
    boards.forEach(tables::differences);
    return tables.text.toString();
  }

  private void figures(List<JsonNode> boards) {
    row("board", "units left", "stayed", "predicted", "printed", "MemTotal grew", "milliseconds");
    row("---", "--:", "--:", "--:", "--:", "--:", "--:");
    for (JsonNode board : boards) {
      JsonNode printed = board.path("printed");
      row(
          board.path("board").asString(""),
          number(printed.path("left"), ""),
          number(printed.path("stayed"), ""),
          number(board.path("predictedPages"), " pages"),
          number(printed.path("pages"), " pages")
              + " = "
              + number(printed.path("kibibytes"), " KiB"),
          number(board.path("memTotalGrowthKiB"), " KiB"),
          printed.has("microseconds")
              ? String.format(Locale.ROOT, "%.1f", printed.path("microseconds").asLong() / 1000.0)
              : "");
    }
    text.append('\n');
  }

  private static String number(JsonNode node, String unit) {
    return node.isNumber() ? "%,d%s".formatted(node.asLong(), unit) : "not said";
  }

  private void reasons(List<JsonNode> boards) {
    row("board", "state", "units", "KiB");
    row("---", "---", "--:", "--:");
    for (JsonNode board : boards) {
      Map<String, long[]> sums = new TreeMap<>();
      for (JsonNode unit : board.path("units")) {
        String state = unit.path("state").asString("") + " " + unit.path("reason").asString("");
        long[] sum = sums.computeIfAbsent(state.strip(), key -> new long[2]);
        sum[0]++;
        sum[1] += unit.path("bytes").asLong();
      }
      sums.forEach((state, sum) ->
          row(
              board.path("board").asString(""),
              state,
              Long.toString(sum[0]),
              "%,d".formatted(sum[1] / 1024)));
    }
    text.append('\n');
  }

  private void checks(List<JsonNode> boards) {
    TreeSet<String> names = new TreeSet<>();
    boards.forEach(board ->
        board.path("checks").forEach(check -> names.add(check.path("check").asString(""))));
    if (names.isEmpty()) {
      return;
    }
    row("check", boards.stream().map(board -> board.path("board").asString("")).toList());
    row("---", boards.stream().map(board -> "---").toList());
    for (String name : names) {
      row(name, boards.stream().map(board -> outcome(board, name)).toList());
    }
    text.append('\n');
  }

  private static String outcome(JsonNode board, String name) {
    for (JsonNode check : board.path("checks")) {
      if (check.path("check").asString("").equals(name)) {
        return check.path("troubles").isEmpty() ? check.path("outcome").asString("") : "failed";
      }
    }
    return "not run";
  }

  private void differences(JsonNode board) {
    for (JsonNode difference : board.path("differences")) {
      text.append(
          "%s: NOT SO: %s%n".formatted(board.path("board").asString(""), difference.asString("")));
    }
  }

  private void row(String first, List<String> rest) {
    text.append("| ").append(first).append(" | ").append(String.join(" | ", rest)).append(" |\n");
  }

  private void row(String... cells) {
    text.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }
}
