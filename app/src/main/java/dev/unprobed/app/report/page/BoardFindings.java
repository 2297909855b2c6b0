package dev.unprobed.app.report.page;

import dev.unprobed.app.board.JudgedBoard;
import dev.unprobed.kernel.ledger.Ledger;
import dev.unprobed.kernel.unit.Kernel;
import dev.unprobed.reclaim.leave.Departures;
import dev.unprobed.reclaim.leave.Pages;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A kernel on its boards.
 *
 * @param judged at least one; all have the same drivers in the same order
 * @param ledger whose bytes the image's are; absent when it could not be weighed
 * @param departures what may be given back on each board, in the same order; empty without a build
 *     tree
 * @param pageSize of the kernel, in bytes
 */
public record BoardFindings(
    Kernel kernel,
    List<JudgedBoard> judged,
    Optional<Ledger> ledger,
    List<Departures> departures,
    long pageSize) {
  /** Whether bytes are known by unit, so that needs can be weighed. */
  public boolean weighed() {
    return judged.getFirst().bytes().isPresent();
  }

  /** What a board gives back whatever is plugged in, in bytes of whole pages. */
  public long givenBack(Departures board) {
    return Pages.given(board.units(), board.certain(), pageSize);
  }

  /** The same, with what leaves only if nothing is plugged in. */
  public long mayGiveBack(Departures board) {
    Set<String> all = new HashSet<>(board.certain());
    all.addAll(board.possible());
    return Pages.given(board.units(), all, pageSize);
  }
}
