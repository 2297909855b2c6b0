package dev.unprobed.app.repair;

import dev.unprobed.app.prove.Judged;
import dev.unprobed.app.prove.LineText;
import dev.unprobed.app.prove.Verdicts;
import dev.unprobed.kconfig.source.ByteText;
import dev.unprobed.prove.rule.Ruling;
import java.util.List;
import java.util.Locale;

/** A repair for people. */
public final class RepairedText {
  private static final int MOST_CHANGES = 40;

  private final StringBuilder text = new StringBuilder();

  private RepairedText() {}

  /** Readable lines, without a line end at the end; empty when there is nothing to say. */
  public static String of(Repairs repairs) {
    RepairedText text = new RepairedText();
    for (Repaired repaired : repairs.repaired()) {
      text.add(repaired);
      text.line("");
    }
    repairs.notTried().forEach(rule -> text.line("not tried: " + rule));
    return text.text.toString().stripTrailing();
  }

  private void add(Repaired repaired) {
    String platform = ByteText.readable(repaired.repair().platform().text());
    line("Repair for " + platform);
    repaired.repair().obstacles().forEach(o -> line("  cannot: " + ByteText.readable(o)));
    repaired.repair().remarks().forEach(r -> line("  look at: " + ByteText.readable(r)));
    Verdicts after = repaired.after();
    if (after == null) {
      line("  nothing that Kconfig could say would help");
      return;
    }
    line("");
    line(repaired.diff());
    line("");
    line("On a copy of the tree with this change:");
    LineText lines = new LineText(after.sources());
    after.rulings().forEach(judged -> addRuling(judged, lines));
    addChanges("  where " + platform + " is on", repaired.onPlatform(), repaired.complete());
    addChanges("  over all configurations", repaired.anywhere(), repaired.complete());
    line(
        "  (%,d symbols looked at; %,d others depend on nothing that changes)"
            .formatted(repaired.affected(), repaired.unaffected()));
    repaired.tables().forEach(this::addTable);
  }

  private void addRuling(Judged judged, LineText lines) {
    Ruling ruling = judged.ruling();
    boolean holds = ruling.outcome() == Ruling.Outcome.HOLDS;
    String outcome = holds ? "proved" : ruling.outcome().name().toLowerCase(Locale.ROOT);
    line("  " + outcome + ": " + ByteText.readable(ruling.rule().statement().text()));
    if (!holds) {
      ruling.reasons().forEach(reason -> line("    because of " + lines.of(reason)));
    }
  }

  private void addChanges(String where, List<ValueChange> changes, boolean complete) {
    String partial = complete ? "" : " (partial, there was not enough time)";
    if (changes.isEmpty()) {
      line(where + " no symbol has other values than before" + partial);
      return;
    }
    line(where + " these have other values than before" + partial + ":");
    for (ValueChange change : changes.subList(0, Math.min(MOST_CHANGES, changes.size()))) {
      line("    %s: %s, was %s".formatted(change.symbol(), change.after(), change.before()));
    }
    if (changes.size() > MOST_CHANGES) {
      line("    and %d more (--json has all)".formatted(changes.size() - MOST_CHANGES));
    }
  }

  private void addTable(ConfTable table) {
    line("  conf's own answers for " + table.driver() + ":");
    line("    MODULES  asked for  gets");
    for (ConfTable.Row row : table.rows()) {
      line("    %-7s  %-9s  %s".formatted(row.modules(), row.asked(), row.got()));
    }
  }

  private void line(String line) {
    text.append(line).append('\n');
  }
}
