package dev.unprobed.board.ledger;

import dev.unprobed.board.BoardAnalysis;
import dev.unprobed.board.DriverReport;
import dev.unprobed.kernel.ledger.Ledger;
import dev.unprobed.kernel.ledger.Owner;
import dev.unprobed.kernel.ledger.Row;
import dev.unprobed.kernel.ledger.View;
import dev.unprobed.kernel.unit.Linkage;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a kernel's image carries for a board.
 *
 * @param board its name
 * @param units all owners of the ledger, largest in the file first; their sums are the ledger's
 */
public record BoardLedger(String board, List<UnitBurden> units) {
  /**
   * Joins by KBUILD_MODFILE.
   *
   * @param ledger of the image of the same kernel that was analysed
   */
  public static BoardLedger of(Ledger ledger, BoardAnalysis analysis) {
    return of(analysis.board().name(), ledger, analysis.drivers());
  }

  static BoardLedger of(String board, Ledger ledger, List<DriverReport> drivers) {
    Map<String, Need> needs = needs(drivers);
    List<UnitBurden> units = new ArrayList<>();
    for (Row row : View.byUnit(ledger)) {
      // Labels of owners that are no units are in brackets, so none is a unit's path.
      Need need = needs.getOrDefault(row.name(), Need.NOT_JUDGED);
      Burden burden = new Burden(row.file(), row.memory(), row.resident());
      units.add(new UnitBurden(row.name(), need, burden));
    }
    return new BoardLedger(board, List.copyOf(units));
  }

  /** The sum for each need; every need is there. */
  public Map<Need, Burden> totals() {
    Map<Need, Burden> totals = new EnumMap<>(Need.class);
    for (Need need : Need.values()) {
      totals.put(need, Burden.NONE);
    }
    units.forEach(unit -> totals.merge(unit.need(), unit.burden(), Burden::plus));
    return totals;
  }

  /** The built-in units that this board carries for nothing, largest first. */
  public List<UnitBurden> dead() {
    return units.stream().filter(unit -> unit.need() == Need.DEAD).toList();
  }

  private static Map<String, Need> needs(List<DriverReport> drivers) {
    Map<String, Need> needs = new HashMap<>();
    for (DriverReport report : drivers) {
      boolean known = !report.unit().path().isEmpty();
      if (known && report.unit().linkage() == Linkage.BUILT_IN) {
        String label = new Owner.Unit(report.unit().path()).label();
        needs.merge(label, need(report), BoardLedger::stronger);
      }
    }
    return needs;
  }

  private static Need need(DriverReport report) {
    return switch (report.verdict()) {
      case BOUND, DEFERRED -> Need.NEEDED;
      case POSSIBLE -> Need.POSSIBLE;
      case DEAD -> report.unit().declarations().isEmpty() ? Need.DEAD : Need.POSSIBLE;
    };
  }

  private static Need stronger(Need a, Need b) {
    return a.compareTo(b) <= 0 ? a : b;
  }
}
