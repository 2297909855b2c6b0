package dev.unprobed.app.reclaim;

import dev.unprobed.board.ledger.BoardLedger;
import dev.unprobed.kernel.ledger.PlacedLedger;
import dev.unprobed.kernel.unit.Kernel;
import dev.unprobed.reclaim.admit.Candidate;
import dev.unprobed.reclaim.admit.Piece;
import dev.unprobed.reclaim.admit.Reason;
import dev.unprobed.reclaim.admit.Region;
import dev.unprobed.reclaim.admit.Verdict;
import dev.unprobed.reclaim.leave.Departure;
import dev.unprobed.reclaim.leave.Departures;
import dev.unprobed.reclaim.leave.Pages;
import dev.unprobed.reclaim.link.BuiltLayout;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What may be given back of a kernel, and on which boards it is.
 *
 * @param verdicts on all built-in units, in link order
 * @param pageSize in bytes
 * @param built how units lie in the kernel; absent as long as it has not been laid out
 * @param image where everything lies in it; absent where nobody asked
 */
record Plan(
    Kernel kernel,
    List<Verdict> verdicts,
    List<OnBoard> boards,
    long pageSize,
    Optional<BuiltLayout> built,
    Optional<PlacedLedger> image) {
  /**
   * A board.
   *
   * @param ledger absent where the build has no vmlinux
   */
  record OnBoard(Departures departures, Optional<BoardLedger> ledger) {}

  /** What becomes of what the ledger calls un-probed; absent where the build has no vmlinux. */
  Optional<Itemised> itemised(OnBoard board) {
    if (image.isEmpty() || board.ledger().isEmpty()) {
      return Optional.empty();
    }
    Map<String, String> fates = Fates.refused(verdicts);
    for (Departure unit : board.departures().units()) {
      fates.put(unit.unit(), Fates.stays(unit.cause().word()));
    }
    return Optional.of(
        Itemised.of(
            image.get(),
            board.ledger().get(),
            built,
            pageSize,
            fates,
            leaving(board.departures(), true)));
  }

  /** Units and bytes. */
  record Amount(long units, long bytes) {
    static final Amount NOTHING = new Amount(0, 0);

    Amount plus(long more) {
      return new Amount(units + 1, bytes + more);
    }
  }

  /**
   * Bytes of whole pages that come back on a board: in the kernel as it is linked, or, where it has
   * not been laid out, with units in link order.
   *
   * @param hopeful whether no more devices are there than is told
   */
  long given(Departures departures, boolean hopeful) {
    Set<String> leaving = leaving(departures, hopeful);
    return built
        .map(layout -> layout.freed(leaving, pageSize))
        .orElseGet(() -> Pages.given(departures.units(), leaving, pageSize));
  }

  private static Set<String> leaving(Departures departures, boolean hopeful) {
    Set<String> leaving = new HashSet<>(departures.certain());
    if (hopeful) {
      leaving.addAll(departures.possible());
    }
    return leaving;
  }

  List<Candidate> candidates() {
    return verdicts.stream()
        .filter(Verdict.Admitted.class::isInstance)
        .map(v -> ((Verdict.Admitted) v).candidate())
        .toList();
  }

  static long size(Candidate candidate) {
    return candidate.pieces().stream().mapToLong(Piece::size).sum();
  }

  long size(Region region) {
    return candidates().stream().mapToLong(c -> c.size(region)).sum();
  }

  Amount admitted() {
    Amount amount = Amount.NOTHING;
    for (Candidate candidate : candidates()) {
      amount = amount.plus(size(candidate));
    }
    return amount;
  }

  /** Those that stay on every board, the largest reason first. */
  List<Map.Entry<Reason, Amount>> refused() {
    Map<Reason, Amount> amounts = new EnumMap<>(Reason.class);
    for (Verdict verdict : verdicts) {
      if (verdict instanceof Verdict.Refused r) {
        amounts.merge(r.reason(), Amount.NOTHING.plus(r.bytes()), (a, b) -> a.plus(r.bytes()));
      }
    }
    return amounts.entrySet().stream()
        .sorted((a, b) -> Long.compare(b.getValue().bytes(), a.getValue().bytes()))
        .toList();
  }
}
