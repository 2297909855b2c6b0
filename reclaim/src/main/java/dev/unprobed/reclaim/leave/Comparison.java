package dev.unprobed.reclaim.leave;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A prediction beside the kernel's own table of a boot (debugfs, unprobed/units).
 *
 * @param agreeing how many units left or stayed as predicted
 * @param differences units that did not
 * @param unknown names in the table that are no candidates: another kernel's table
 */
public record Comparison(int agreeing, List<Difference> differences, List<String> unknown) {
  /**
   * A unit that did not do what was predicted.
   *
   * @param state as the kernel shows it: left, stays, stuck, quarantine
   * @param reason the kernel's word
   * @param isError whether the prediction was certain, so that either it or its input is wrong
   */
  public record Difference(Departure predicted, String state, String reason, boolean isError) {
    /** For people. */
    public String explanation() {
      String said = predicted.outcome() == Outcome.STAYS ? "to stay" : "to leave";
      String why =
          predicted.cause() == Cause.NONE
              ? ""
              : " (%s: %s)".formatted(predicted.cause().word(), predicted.detail());
      return "%s was %s%s, and the kernel says %s (%s)%s"
          .formatted(
              predicted.unit(), said, why, state, reason, isError ? "" : ": files did not tell");
    }
  }

  /**
   * Unit by unit.
   *
   * @param table lines of NAME, STATE, four numbers, REASON, with tabs between them
   */
  public static Comparison of(Departures predicted, List<String> table) {
    Map<String, Departure> byName = new HashMap<>();
    predicted.units().forEach(u -> byName.put(u.unit(), u));
    int agreeing = 0;
    List<Difference> differences = new ArrayList<>();
    List<String> unknown = new ArrayList<>();
    for (String line : table) {
      String[] fields = line.split("\t", -1);
      Departure unit = byName.get(fields[0]);
      if (unit == null || fields.length < 7) {
        unknown.add(fields[0]);
        continue;
      }
      boolean left = fields[1].equals("left") || fields[1].equals("quarantine");
      if (left == (unit.outcome() != Outcome.STAYS)) {
        agreeing++;
      } else {
        boolean error = unit.outcome() != Outcome.MAY_LEAVE;
        differences.add(new Difference(unit, fields[1], fields[6], error));
      }
    }
    return new Comparison(agreeing, List.copyOf(differences), List.copyOf(unknown));
  }
}
