package dev.unprobed.app.reclaim;

import dev.unprobed.reclaim.admit.Verdict;
import dev.unprobed.reclaim.leave.Cause;
import dev.unprobed.reclaim.leave.Departure;
import dev.unprobed.reclaim.leave.Departures;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether a unit is given back on a board, in a sentence. */
public final class Fates {
  private Fates() {}

  /**
   * For people; absent when nothing was decided about it.
   *
   * @param unit its KBUILD_MODFILE
   */
  public static Optional<String> of(List<Verdict> verdicts, Departures board, String unit) {
    Stream<String> refused =
        verdicts.stream()
            .filter(v -> v instanceof Verdict.Refused && v.unit().path().equals(unit))
            .map(v -> refused((Verdict.Refused) v));
    Stream<String> decided =
        board.units().stream().filter(d -> d.unit().equals(unit)).map(Fates::decided);
    return Stream.concat(refused, decided).findFirst();
  }

  /** For tables: of the units that are refused, by KBUILD_MODFILE. */
  static Map<String, String> refused(List<Verdict> verdicts) {
    Map<String, String> fates = new HashMap<>();
    for (Verdict verdict : verdicts) {
      if (verdict instanceof Verdict.Refused r) {
        fates.put(r.unit().path(), "refused: " + PlanText.words(r.reason()));
      }
    }
    return fates;
  }

  /**
   * For tables: of a unit that stays on a board.
   *
   * @param word the reason in the kernel's table of units
   */
  static String stays(String word) {
    return "stays: "
        + (word.equals(Cause.UNKNOWN.word()) ? words(Cause.UNKNOWN) : RunText.meaning(word));
  }

  private static String refused(Verdict.Refused refused) {
    return "is never given back: "
        + PlanText.words(refused.reason())
        + " ("
        + refused.proof()
        + ")";
  }

  private static String decided(Departure unit) {
    String detail = unit.detail().isEmpty() ? "" : " (" + unit.detail() + ")";
    return switch (unit.outcome()) {
      case LEAVES -> "is given back here, whatever is plugged in";
      case MAY_LEAVE -> "is given back if " + words(unit.cause()) + detail + " does not come";
      case STAYS -> "stays here: " + words(unit.cause()) + detail;
    };
  }

  private static String words(Cause cause) {
    return switch (cause) {
      case NONE -> "nothing";
      case BOUND -> "a driver of it has a device";
      case MATCHES -> "a device that matches and waits";
      case NODE -> "a node that it may serve";
      case UNKNOWN -> "a device that files do not tell of";
      case USER -> "a unit that stays and uses it";
      case FEED -> "a unit that stays and may bring it a device";
    };
  }
}
