package dev.unprobed.app.ledger;

import dev.unprobed.kernel.ledger.Change;
import java.util.List;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

/** Statements for programs. */
public final class StatementJson {
  private StatementJson() {}

  private record Document(String format, Statement ledger) {}

  private record Changes(String format, Statement before, Statement after, List<Delta> changes) {}

  private record Delta(String name, long file, long memory, long resident) {}

  /** One JSON object with every row. */
  public static String of(Statement statement) {
    return write(new Document("unprobed-ledger-1", statement));
  }

  /** Both, and every row that differs. */
  public static String ofChanges(Statement before, Statement after, List<Change> changes) {
    List<Delta> deltas =
        changes.stream().map(c -> new Delta(c.name(), c.file(), c.memory(), c.resident())).toList();
    return write(new Changes("unprobed-ledger-changes-1", before, after, deltas));
  }

  private static String write(Object document) {
    return JsonMapper.builder()
        .enable(SerializationFeature.INDENT_OUTPUT)
        .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
        .enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE)
        .build()
        .writeValueAsString(document);
  }
}
