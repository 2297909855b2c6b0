package dev.unprobed.app.reclaim;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Boards side by side, in Markdown: figures, what became of the units, checks, and what is not as
 * it should be.
 */
final class ReportTables {
  private static final String NONE = "";

  private final List<SeenBoard> boards;
  private final StringBuilder text = new StringBuilder();

  private ReportTables(List<SeenBoard> boards) {
    this.boards = boards;
  }

  static String of(List<SeenBoard> boards) {
    ReportTables tables = new ReportTables(boards);
    tables.figures();
    tables.fates();
    tables.ledger("unprobed", "un-probed, as the ledger has it");
    tables.ledger("possible", "may be un-probed, which files do not tell");
    tables.checks();
    tables.verdict();
    return tables.text.toString();
  }

  private void figures() {
    row("board", "units left", "stayed", "predicted", "printed", "MemTotal grew", "milliseconds");
    row("---", "--:", "--:", "--:", "--:", "--:", "--:");
    for (SeenBoard board : boards) {
      List<String> cells = new ArrayList<>(List.of(board.name()));
      cells.addAll(figures(board));
      row(cells);
    }
    text.append('\n');
  }

  private static List<String> figures(SeenBoard board) {
    String predicted = number(board.predicted(), " pages");
    String growth = number(board.growth(), " KiB");
    return board
        .printed()
        .map(printed ->
            List.of(
                number(printed.left()),
                number(printed.stayed()),
                predicted,
                number(printed.pages()) + " pages = " + number(printed.kibibytes()) + " KiB",
                growth,
                String.format(Locale.ROOT, "%,.1f", printed.microseconds() / 1000.0)))
        .orElse(List.of(NONE, NONE, predicted, "nothing", growth, NONE));
  }

  private static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private static String number(OptionalLong number, String unit) {
    return number.isPresent() ? number(number.getAsLong()) + unit : "not known";
  }

  /** A column for each board; units, and what they take. */
  private void fates() {
    List<Map<String, SeenBoard.Share>> fates = boards.stream().map(SeenBoard::fates).toList();
    TreeSet<String> names = new TreeSet<>();
    fates.forEach(each -> names.addAll(each.keySet()));
    if (names.isEmpty()) {
      return;
    }
    header("units", "--:");
    for (String name : names) {
      row(name, fates.stream().map(each -> share(each.get(name))).toList());
    }
    text.append('\n');
  }

  /** What became of bytes adds up to what there is. */
  private void ledger(String name, String title) {
    Map<String, Long> sums = new HashMap<>();
    boards.stream()
        .flatMap(board -> board.part(name).stream())
        .flatMap(part -> part.items().stream())
        .forEach(item -> sums.merge(item.what(), item.bytes(), Long::sum));
    if (sums.isEmpty()) {
      return;
    }
    header("bytes", "--:");
    row(title, cells(name, part -> number(part.bytes())));
    sums.entrySet().stream()
        .sorted(
            Comparator.comparingLong((Map.Entry<String, Long> e) -> -e.getValue())
                .thenComparing(Map.Entry::getKey))
        .forEach(e -> row(e.getKey(), cells(name, part -> number(part.of(e.getKey())))));
    row("share given back", cells(name, ReportTables::percent));
    text.append('\n');
  }

  private static String percent(SeenBoard.Part part) {
    double all = Math.max(1, part.bytes());
    return String.format(Locale.ROOT, "%.1f %%", 100 * part.of(Itemised.GIVEN) / all);
  }

  private List<String> cells(String name, Function<SeenBoard.Part, String> cell) {
    return boards.stream().map(board -> board.part(name).map(cell).orElse(NONE)).toList();
  }

  private static String share(SeenBoard.@Nullable Share share) {
    return share == null ? NONE : number(share.units()) + ": " + number(share.bytes()) + " B";
  }

  private void checks() {
    TreeSet<String> names = new TreeSet<>();
    boards.forEach(board -> board.checks().forEach(check -> names.add(check.name())));
    if (names.isEmpty()) {
      return;
    }
    header("check", "---");
    for (String name : names) {
      row(name, boards.stream().map(board -> verdict(board, name)).toList());
    }
    text.append('\n');
    List<String> reasons = boards.stream().flatMap(ReportTables::reasons).toList();
    reasons.forEach(text::append);
    text.append(reasons.isEmpty() ? "" : "\n");
  }

  private static String verdict(SeenBoard board, String name) {
    return board.checks().stream()
        .filter(check -> check.name().equals(name))
        .map(SeenBoard.Check::verdict)
        .findFirst()
        .orElse("not run");
  }

  /** Why a check did not just pass. */
  private static Stream<String> reasons(SeenBoard board) {
    return board.checks().stream()
        .flatMap(check ->
            check.because().stream()
                .map(why -> "- %s, %s: %s%n".formatted(board.name(), check.name(), why)));
  }

  private void verdict() {
    boards.forEach(board ->
        board
            .differences()
            .forEach(what -> text.append("%s: NOT SO: %s%n".formatted(board.name(), what))));
    if (boards.stream().allMatch(board -> board.differences().isEmpty())) {
      text.append("All is as it should be.\n");
    }
  }

  private void header(String first, String alignment) {
    row(first, boards.stream().map(SeenBoard::name).toList());
    row("---", Collections.nCopies(boards.size(), alignment));
  }

  private void row(String first, List<String> rest) {
    List<String> cells = new ArrayList<>(List.of(first));
    cells.addAll(rest);
    row(cells);
  }

  private void row(String... cells) {
    row(List.of(cells));
  }

  private void row(List<String> cells) {
    List<String> plain =
        cells.stream().map(cell -> cell.replace("|", "\\|").replaceAll("\\s+", " ")).toList();
    text.append("| ").append(String.join(" | ", plain)).append(" |\n");
  }
}
