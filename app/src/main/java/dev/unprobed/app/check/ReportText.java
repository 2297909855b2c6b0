package dev.unprobed.app.check;

import dev.unprobed.app.check.Report.Located;
import dev.unprobed.app.replay.Referee.Judgement;
import dev.unprobed.app.text.Lines;
import dev.unprobed.kconfig.source.ByteText;
import dev.unprobed.prove.check.Check;
import dev.unprobed.prove.check.Example;
import dev.unprobed.prove.check.Finding;
import dev.unprobed.prove.check.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Findings for people: by check, each with its place first, as compilers have it. */
public final class ReportText {
  private static final int WIDTH = 80;
  private static final String INDENT = "    ";

  private final Lines lines = new Lines(WIDTH);
  private final Report report;

  private ReportText(Report report) {
    this.report = report;
  }

  /** All that is new, and a summary; without a newline at the end. */
  public static String of(Report report) {
    ReportText text = new ReportText(report);
    for (Check check : report.checks()) {
      text.add(check);
    }
    if (!report.remark().isEmpty()) {
      text.lines.words("", INDENT, "conf was not asked: " + report.remark()).empty();
    }
    text.summary();
    return text.lines.toString().stripTrailing();
  }

  private void add(Check check) {
    // By name, as each architecture has its own symbols that a check is about.
    List<Located> findings =
        report.fresh().stream()
            .filter(located -> located.finding().check().name().equals(check.name()))
            .toList();
    if (!findings.isEmpty()) {
      lines.words("", "", check.name() + ": " + check.summary()).empty();
      findings.forEach(this::add);
      lines.empty();
    }
  }

  private void add(Located located) {
    Finding finding = located.finding();
    String head =
        "%s: %s[%s]: %s"
            .formatted(
                finding.location(),
                finding.level().text(),
                finding.check().name(),
                finding.message());
    String reason = finding.reason().isEmpty() ? "" : ": " + finding.reason();
    String where =
        located.architectures().isEmpty()
            ? ""
            : " (" + String.join(", ", located.architectures()) + ")";
    words("", head + reason + where);
    words(INDENT, finding.text());
    Example example = finding.example();
    if (example != null) {
      String conf = located.replay() == Judgement.CONFIRMED ? ", conf confirms it" : "";
      words(
          INDENT,
          "with %s (configuration %d%s)"
              .formatted(values(finding.values()), example.number(), conf));
    }
  }

  private void words(String first, String text) {
    lines.words(first, INDENT, ByteText.readable(text.replace('\n', ' ')));
  }

  static String values(Map<String, String> values) {
    return values.entrySet().stream()
        .map(value -> value.getKey() + "=" + value.getValue())
        .collect(Collectors.joining(" "));
  }

  private void summary() {
    Map<Level, Long> counts = report.counts();
    List<String> parts = new ArrayList<>();
    for (Level level : Level.values()) {
      long count = counts.getOrDefault(level, 0L);
      if (count > 0) {
        boolean told = level.compareTo(report.least()) <= 0;
        String hidden = told ? "" : " not shown (--level " + level.text() + ")";
        parts.add("%,d %s%s%s".formatted(count, level.text(), count == 1 ? "" : "s", hidden));
      }
    }
    int known = report.told().size() - report.fresh().size();
    if (known > 0) {
      parts.add("%,d known from the baseline".formatted(known));
    }
    String found = parts.isEmpty() ? "nothing found" : String.join(", ", parts);
    String open = report.undecided() == 0 ? "" : ", %,d not decided".formatted(report.undecided());
    lines.words("", "", "%s; %,d questions%s".formatted(found, report.asked(), open));
    if (!report.skipped().isEmpty()) {
      lines.words("", INDENT, "not looked at: " + String.join(", ", report.skipped()));
    }
  }
}
