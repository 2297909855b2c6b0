package dev.unprobed.app.check;

import dev.unprobed.app.check.Report.Located;
import dev.unprobed.app.sarif.SarifLevel;
import dev.unprobed.app.sarif.SarifLog;
import dev.unprobed.app.sarif.SarifResult;
import dev.unprobed.app.sarif.SarifRule;
import dev.unprobed.kconfig.source.ByteText;
import dev.unprobed.prove.check.Finding;
import dev.unprobed.prove.check.Level;
import java.util.List;
import java.util.function.UnaryOperator;

/** Findings for code review. */
public final class ReportSarif {
  private ReportSarif() {}

  /**
   * Every finding that is grave enough, known or not, as SARIF.
   *
   * @param version of this program
   * @param paths gives the files of findings the paths that {@link SarifResult#path} asks for
   */
  public static String of(Report report, String version, UnaryOperator<String> paths) {
    return new SarifLog(
            version,
            report.complete(),
            !report.baseline().keys().isEmpty(),
            report.checks().stream()
                .map(check -> new SarifRule(check.name(), check.summary(), level(check.level())))
                .toList(),
            report.told().stream().map(located -> result(located, report, paths)).toList())
        .json();
  }

  private static SarifResult result(Located located, Report report, UnaryOperator<String> paths) {
    Finding finding = located.finding();
    String reason = finding.reason().isEmpty() ? "" : ": " + finding.reason();
    String example =
        finding.values().isEmpty()
            ? ""
            : " (with " + ReportText.values(finding.values()) + conf(located, report) + ")";
    return new SarifResult(
        finding.check().name(),
        level(finding.level()),
        ByteText.readable(finding.message() + reason + example + "."),
        ByteText.readable(paths.apply(finding.location().file())),
        finding.location().line(),
        ByteText.readable(finding.symbol() + "\n" + finding.text()),
        report.baseline().has(finding),
        List.of());
  }

  private static String conf(Located located, Report report) {
    return switch (located.replay()) {
      case CONFIRMED -> "; conf confirms it";
      case NOT_ASKED -> "; conf was not asked: " + report.remark();
      case CONTRADICTED -> "; conf contradicts it";
    };
  }

  private static SarifLevel level(Level level) {
    return switch (level) {
      case ERROR -> SarifLevel.ERROR;
      case WARNING -> SarifLevel.WARNING;
      case NOTE -> SarifLevel.NOTE;
    };
  }
}
