package dev.unprobed.app.report.page;

import dev.unprobed.app.board.JudgedBoard;
import dev.unprobed.kernel.ledger.Ledger;
import dev.unprobed.kernel.unit.Kernel;
import dev.unprobed.reclaim.leave.Departures;
import java.util.List;
import java.util.Optional;

/**
 * A kernel on its boards.
 *
 * @param judged at least one; all have the same drivers in the same order
 * @param ledger whose bytes the image's are; absent when it could not be weighed
 * @param departures what may be given back on each board, in the same order; empty without a build
 *     tree
 */
public record BoardFindings(
    Kernel kernel, List<JudgedBoard> judged, Optional<Ledger> ledger, List<Departures> departures) {
  /** Whether bytes are known by unit, so that needs can be weighed. */
  public boolean weighed() {
    return judged.getFirst().bytes().isPresent();
  }
}
