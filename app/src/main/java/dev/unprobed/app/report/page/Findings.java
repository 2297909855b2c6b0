package dev.unprobed.app.report.page;

import dev.unprobed.app.prove.Verdicts;
import dev.unprobed.app.report.Report;
import java.util.List;
import java.util.Optional;

/**
 * What a whole report is made from.
 *
 * @param platforms what the options of platforms turn on
 * @param rules verdicts, one for each architecture
 * @param boards absent when no kernel was built or packaged
 * @param made how the figures were made, by which command each can be made again
 */
public record Findings(
    Report platforms, List<Verdicts> rules, Optional<BoardFindings> boards, List<Made> made) {

  /**
   * A figure and its command.
   *
   * @param part of the page: rules, boards, ledger, reclaim, boot or platforms
   */
  public record Made(String part, String command) {}
}
