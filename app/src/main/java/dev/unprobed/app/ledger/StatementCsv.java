package dev.unprobed.app.ledger;

import dev.unprobed.kernel.ledger.ByteClass;
import dev.unprobed.kernel.ledger.Change;
import dev.unprobed.kernel.ledger.Row;
import java.util.List;

/** Statements for spreadsheets: a line for each row, then one for the total. */
public final class StatementCsv {
  private StatementCsv() {}

  /** With the classes of what is in memory. */
  public static String of(Statement statement) {
    StringBuilder text = new StringBuilder(statement.by()).append(",file,memory,booted");
    for (ByteClass what : ByteClass.values()) {
      text.append(',').append(what.label());
    }
    text.append('\n');
    statement.rows().forEach(row -> text.append(row(row)).append('\n'));
    return text.append(
            "total,%d,%d,%d".formatted(statement.file(), statement.memory(), statement.resident()))
        .append(totals(statement.rows()))
        .append('\n')
        .toString();
  }

  /** What changed, in bytes. */
  public static String ofChanges(String by, List<Change> changes) {
    StringBuilder text = new StringBuilder(by).append(",file,memory,booted\n");
    for (Change change : changes) {
      text.append(
          "%s,%d,%d,%d%n"
              .formatted(quoted(change.name()), change.file(), change.memory(), change.resident()));
    }
    return text.toString();
  }

  private static String row(Row row) {
    StringBuilder text =
        new StringBuilder(
            "%s,%d,%d,%d".formatted(quoted(row.name()), row.file(), row.memory(), row.resident()));
    for (ByteClass what : ByteClass.values()) {
      text.append(',').append(row.of(what));
    }
    return text.toString();
  }

  private static String totals(List<Row> rows) {
    StringBuilder text = new StringBuilder();
    for (ByteClass what : ByteClass.values()) {
      text.append(',').append(rows.stream().mapToLong(row -> row.of(what)).sum());
    }
    return text.toString();
  }

  private static String quoted(String name) {
    boolean plain = name.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n');
    return plain ? name : '"' + name.replace("\"", "\"\"") + '"';
  }
}
