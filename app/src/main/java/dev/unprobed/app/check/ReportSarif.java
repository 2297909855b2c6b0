package dev.unprobed.app.check;

import dev.unprobed.app.sarif.SarifLevel;
import dev.unprobed.app.sarif.SarifLog;
import dev.unprobed.app.sarif.SarifResult;
import dev.unprobed.app.sarif.SarifRule;
import dev.unprobed.kconfig.source.ByteText;
import dev.unprobed.prove.check.Finding;
import dev.unprobed.prove.check.Level;

/** Findings for code review. */
public final class ReportSarif {
  private ReportSarif() {}

  /**
   * Every finding that is grave enough, known or not, as SARIF.
   *
   * @param version of this program
   */
  public static String of(Report report, String version) {
    return new SarifLog(
            version,
            report.undecided() == 0,
            !report.baseline().keys().isEmpty(),
            report.checks().stream()
                .map(check -> new SarifRule(check.name(), check.summary(), level(check.level())))
                .toList(),
            report.told().stream()
                .map(located -> result(located.finding(), report.baseline()))
                .toList())
        .json();
  }

  private static SarifResult result(Finding finding, Baseline baseline) {
    String reason = finding.reason().isEmpty() ? "" : ": " + finding.reason();
    String example =
        finding.values().isEmpty() ? "" : " (with " + ReportText.values(finding.values()) + ")";
    return new SarifResult(
        finding.check().name(),
        level(finding.level()),
        ByteText.readable(finding.message() + reason + example + "."),
        ByteText.readable(finding.location().file()),
        finding.location().line(),
        ByteText.readable(finding.symbol() + "\n" + finding.text()),
        baseline.has(finding));
  }

  private static SarifLevel level(Level level) {
    return switch (level) {
      case ERROR -> SarifLevel.ERROR;
      case WARNING -> SarifLevel.WARNING;
      case NOTE -> SarifLevel.NOTE;
    };
  }
}
