package dev.unprobed.app.ledger;

import dev.unprobed.kernel.ledger.Ledger;
import dev.unprobed.kernel.ledger.Row;
import java.util.List;

/**
 * A ledger as one view shows it.
 *
 * @param path what was weighed
 * @param by what the rows are: unit, directory, class, module
 * @param file size of the file, in bytes
 * @param memory once loaded
 * @param resident once booted
 * @param rows whose sums are the three sizes
 * @param remarks what could not be told
 */
public record Statement(
    String path,
    String by,
    long file,
    long memory,
    long resident,
    List<Row> rows,
    List<String> remarks) {
  /** Of one ledger. */
  public static Statement of(Ledger ledger, String by, List<Row> rows) {
    return new Statement(
        ledger.path(),
        by,
        ledger.fileSize(),
        ledger.memorySize(),
        ledger.residentSize(),
        rows,
        ledger.remarks());
  }

  /** Of several things that were weighed one by one. */
  public static Statement sum(String path, String by, List<Row> rows) {
    return new Statement(
        path,
        by,
        rows.stream().mapToLong(Row::file).sum(),
        rows.stream().mapToLong(Row::memory).sum(),
        rows.stream().mapToLong(Row::resident).sum(),
        rows,
        List.of());
  }
}
