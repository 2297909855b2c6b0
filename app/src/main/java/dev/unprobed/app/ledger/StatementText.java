package dev.unprobed.app.ledger;

import dev.unprobed.kernel.ledger.Change;
import dev.unprobed.kernel.ledger.Row;
import java.util.List;
import java.util.Locale;

/** A statement for people. */
public final class StatementText {
  private static final String ROW = "%,14d %,14d %,14d  %s%n";

  private StatementText() {}

  /**
   * The largest rows and the sum of all.
   *
   * @param top how many rows; what they leave out is a row too
   */
  public static String of(Statement statement, int top) {
    StringBuilder text = new StringBuilder(statement.path()).append("\n\n");
    text.append(head(statement.by()));
    List<Row> shown = statement.rows().stream().limit(top).toList();
    shown.forEach(row -> text.append(row(row)));
    List<Row> others = statement.rows().subList(shown.size(), statement.rows().size());
    if (!others.isEmpty()) {
      String name = "(%,d more)".formatted(others.size());
      text.append(row(Statement.sum("", "", others), name));
    }
    text.append(row(statement, "total"));
    statement.remarks().forEach(remark -> text.append("\nremark: ").append(remark).append('\n'));
    return text.toString();
  }

  /** What one has more than another, the largest changes in memory first. */
  public static String ofChanges(Statement before, Statement after, List<Change> changes, int top) {
    StringBuilder text = new StringBuilder();
    text.append("- %s%n+ %s%n%n".formatted(before.path(), after.path()));
    text.append(head(after.by()));
    changes.stream().limit(top).forEach(c -> text.append(change(c)));
    if (changes.size() > top) {
      List<Change> others = changes.subList(top, changes.size());
      text.append(
          signed(
              others.stream().mapToLong(Change::file).sum(),
              others.stream().mapToLong(Change::memory).sum(),
              others.stream().mapToLong(Change::resident).sum(),
              "(%,d more)".formatted(others.size())));
    }
    return text.append(
            signed(
                after.file() - before.file(),
                after.memory() - before.memory(),
                after.resident() - before.resident(),
                "total"))
        .toString();
  }

  private static String head(String by) {
    return String.format(Locale.ROOT, "%14s %14s %14s  %s%n", "file", "memory", "booted", by);
  }

  private static String row(Row row) {
    return String.format(Locale.ROOT, ROW, row.file(), row.memory(), row.resident(), row.name());
  }

  private static String row(Statement sum, String name) {
    return String.format(Locale.ROOT, ROW, sum.file(), sum.memory(), sum.resident(), name);
  }

  private static String change(Change change) {
    String kind = change.before() == null ? " (new)" : change.after() == null ? " (gone)" : "";
    return signed(change.file(), change.memory(), change.resident(), change.name() + kind);
  }

  private static String signed(long file, long memory, long resident, String name) {
    return String.format(Locale.ROOT, "%,+14d %,+14d %,+14d  %s%n", file, memory, resident, name);
  }
}
