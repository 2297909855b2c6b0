package dev.unprobed.app.reclaim;

import dev.unprobed.app.reclaim.Plan.Amount;
import dev.unprobed.app.reclaim.Plan.OnBoard;
import dev.unprobed.board.ledger.BoardLedger;
import dev.unprobed.board.ledger.UnitBurden;
import dev.unprobed.kernel.ledger.Owner;
import dev.unprobed.reclaim.admit.Verdict;
import dev.unprobed.reclaim.leave.Departure;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What becomes of the bytes that the ledger calls un-probed on a board; the items add up to them.
 *
 * @param dead all of them, in memory once booted
 * @param items what becomes of them, the largest first
 * @param beyond what leaves though the ledger does not call it un-probed: libraries, and units of
 *     which it is not known
 */
record Itemised(Amount dead, Map<String, Amount> items, Amount beyond) {
  private static final String LEAVES = "leave";

  static Itemised of(Plan plan, OnBoard board, BoardLedger ledger) {
    Map<String, String> fates = fates(plan, board);
    Map<String, Amount> items = new HashMap<>();
    Amount dead = Amount.NOTHING;
    for (UnitBurden unit : ledger.dead()) {
      long bytes = unit.burden().resident();
      String fate = fates.getOrDefault(unit.unit(), "of no unit");
      items.merge(fate, Amount.NOTHING.plus(bytes), (a, b) -> a.plus(bytes));
      dead = dead.plus(bytes);
      fates.remove(unit.unit());
    }
    Amount beyond = Amount.NOTHING;
    for (UnitBurden unit : ledger.units()) {
      if (fates.getOrDefault(unit.unit(), "").equals(LEAVES)) {
        beyond = beyond.plus(unit.burden().resident());
      }
    }
    return new Itemised(dead, sorted(items), beyond);
  }

  private static Map<String, Amount> sorted(Map<String, Amount> items) {
    Map<String, Amount> sorted = new LinkedHashMap<>();
    items.entrySet().stream()
        .sorted(
            Comparator.comparingLong((Map.Entry<String, Amount> e) -> -e.getValue().bytes())
                .thenComparing(Map.Entry::getKey))
        .forEach(e -> sorted.put(e.getKey(), e.getValue()));
    return sorted;
  }

  /** By the label of the ledger. */
  private static Map<String, String> fates(Plan plan, OnBoard board) {
    Map<String, String> fates = new HashMap<>();
    for (Verdict verdict : plan.verdicts()) {
      if (verdict instanceof Verdict.Refused r) {
        fates.put(label(r.unit().path()), "stay, refused: " + PlanText.words(r.reason()));
      }
    }
    for (Departure unit : board.departures().units()) {
      fates.put(label(unit.unit()), fate(unit));
    }
    return fates;
  }

  private static String fate(Departure unit) {
    String cause = unit.cause().name().toLowerCase(Locale.ROOT);
    return switch (unit.outcome()) {
      case LEAVES -> LEAVES;
      case MAY_LEAVE -> "may leave, may stay: " + cause;
      case STAYS -> "stay: " + cause;
    };
  }

  private static String label(String path) {
    return new Owner.Unit(path).label();
  }
}
