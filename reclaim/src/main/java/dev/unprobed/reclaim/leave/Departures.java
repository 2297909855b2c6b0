package dev.unprobed.reclaim.leave;

import dev.unprobed.board.BoardAnalysis;
import dev.unprobed.reclaim.admit.Candidate;
import dev.unprobed.reclaim.admit.Verdict;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What becomes of all candidates on a board.
 *
 * @param board its name
 * @param units in link order
 * @param passes how many the kernel needs, the last of which finds nothing more to do
 */
public record Departures(String board, List<Departure> units, int passes) {
  /** For a board of the kernel that the verdicts are about. */
  public static Departures of(List<Verdict> verdicts, BoardAnalysis analysis) {
    List<Candidate> candidates =
        verdicts.stream()
            .filter(Verdict.Admitted.class::isInstance)
            .map(v -> ((Verdict.Admitted) v).candidate())
            .toList();
    return new Decision(candidates, new Answers(analysis)).departures(analysis.board().name());
  }

  /** KBUILD_MODFILEs of those that leave whatever is there. */
  public Set<String> certain() {
    return paths(Outcome.LEAVES);
  }

  /** KBUILD_MODFILEs of those that leave only if nothing more is there than files tell. */
  public Set<String> possible() {
    return paths(Outcome.MAY_LEAVE);
  }

  private Set<String> paths(Outcome outcome) {
    return units.stream()
        .filter(u -> u.outcome() == outcome)
        .map(Departure::unit)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The bytes of one outcome, without what is lost to rounding. */
  public long bytes(Outcome outcome) {
    return units.stream().filter(u -> u.outcome() == outcome).mapToLong(Departure::size).sum();
  }

  /** How many units have it. */
  public long count(Outcome outcome) {
    return units.stream().filter(u -> u.outcome() == outcome).count();
  }
}
