package dev.unprobed.bench.exact;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.unprobed.bench.exact.Case.Row;
import dev.unprobed.bench.exact.Result.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What came of the comparisons, counted for each tree, architecture and target. */
final class Table {

  private static final List<String> HEAD =
      List.of(
          "tree",
          "architecture",
          "target",
          "cases",
          "identical",
          "refused by both",
          "differing lines",
          "first differing case");
  private static final String ALL = "all";

  private final List<Result> results;

  Table(List<Result> results) {
    this.results = List.copyOf(results);
  }

  /** First by tree and target, then by tree, architecture and target. */
  String markdown(String preface) {
    StringBuilder text = new StringBuilder(preface).append("\n");
    append(
        text,
        rows(row -> new Row(ALL, ALL, ALL)),
        rows(row -> new Row(row.tree(), ALL, row.target())));
    append(text, List.of(), rows(row -> row));
    return text.toString();
  }

  String csv() {
    StringBuilder text = new StringBuilder(String.join(",", HEAD)).append("\n");
    rows(row -> row).forEach(row -> text.append(String.join(",", row)).append("\n"));
    return text.toString();
  }

  /** One line for people. */
  String summary() {
    List<String> all = cells(new Row(ALL, ALL, ALL), results);
    return "%s cases, %s identical, %s refused by both, %s differing lines"
        .formatted(all.get(3), all.get(4), all.get(5), all.get(6));
  }

  private static void append(
      StringBuilder text, List<List<String>> first, List<List<String>> then) {
    List<List<String>> rows = new ArrayList<>(List.of(HEAD));
    rows.add(List.of("---", "---", "---", "--:", "--:", "--:", "--:", "---"));
    rows.addAll(first);
    rows.addAll(then);
    rows.forEach(row -> text.append("| ").append(String.join(" | ", row)).append(" |\n"));
    text.append("\n");
  }

  private List<List<String>> rows(Function<Row, Row> grouping) {
    Map<Row, List<Result>> groups =
        results.stream()
            .collect(
                groupingBy(
                    result -> grouping.apply(result.id().row()),
                    LinkedHashMap::new,
                    mapping(Function.identity(), toList())));
    return groups.entrySet().stream()
        .map(group -> cells(group.getKey(), group.getValue()))
        .toList();
  }

  private static List<String> cells(Row row, List<Result> results) {
    int lines = results.stream().mapToInt(Result::differingLines).sum();
    String first =
        results.stream()
            .filter(Result::isBad)
            .findFirst()
            .map(result -> result.id().toString())
            .orElse("");
    return List.of(
        row.tree(),
        row.arch(),
        row.target(),
        Long.toString(results.size() - count(results, Verdict.ENDLESS)),
        Long.toString(count(results, Verdict.IDENTICAL)),
        Long.toString(count(results, Verdict.REFUSED)),
        Integer.toString(lines),
        first);
  }

  private static long count(List<Result> results, Verdict verdict) {
    return results.stream().filter(result -> result.verdict() == verdict).count();
  }
}
