package dev.unprobed.board.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unprobed.board.DriverReport;
import dev.unprobed.board.Verdict;
import dev.unprobed.kernel.ledger.ByteClass;
import dev.unprobed.kernel.ledger.Entry;
import dev.unprobed.kernel.ledger.Ledger;
import dev.unprobed.kernel.ledger.Owner;
import dev.unprobed.kernel.unit.Declaration;
import dev.unprobed.kernel.unit.Driver;
import dev.unprobed.kernel.unit.Linkage;
import dev.unprobed.kernel.unit.Unit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BoardLedgerTest {
  private static final Ledger LEDGER =
      new Ledger(
          "Image",
          111,
          128,
          List.of(
              entry("drivers/a", 50, 60, 10),
              entry("drivers/b", 30, 30, 0),
              entry("drivers/c", 20, 27, 0),
              entry("mm/slub", 10, 10, 2),
              new Entry(new Owner.Padding(), ByteClass.PADDING, 1, 1, 0)),
          List.of());

  @Test
  void countsADeadUnitOnlyWhenAllItsDriversAreDead() {
    BoardLedger ledger =
        BoardLedger.of(
            "board",
            LEDGER,
            List.of(
                report("drivers/a", Verdict.DEAD),
                report("drivers/a", Verdict.DEAD),
                report("drivers/b", Verdict.DEAD),
                report("drivers/b", Verdict.BOUND),
                report("drivers/c", Verdict.POSSIBLE)));
    assertThat(ledger.totals())
        .isEqualTo(
            Map.of(
                Need.DEAD, new Burden(50, 60, 50),
                Need.NEEDED, new Burden(30, 30, 30),
                Need.POSSIBLE, new Burden(20, 27, 27),
                Need.NOT_JUDGED, new Burden(11, 11, 9)));
    assertThat(ledger.dead()).extracting(UnitBurden::unit).containsExactly("drivers/a");
  }

  @Test
  void keepsWhatIsCalledWithoutADriver() {
    Unit clock =
        unit("drivers/c", Linkage.BUILT_IN, List.of(new Declaration("__clk_of_table", "x,y")));
    BoardLedger ledger = BoardLedger.of("board", LEDGER, List.of(report(clock, Verdict.DEAD)));
    assertThat(ledger.totals().get(Need.POSSIBLE)).isEqualTo(new Burden(20, 27, 27));
  }

  @Test
  void saysNothingOfModules() {
    Unit module = unit("drivers/c", Linkage.MODULE, List.of());
    BoardLedger ledger = BoardLedger.of("board", LEDGER, List.of(report(module, Verdict.DEAD)));
    assertThat(ledger.dead()).isEmpty();
  }

  private static Entry entry(String path, long file, long memory, long freed) {
    return new Entry(new Owner.Unit(path), ByteClass.TEXT, file, memory, freed);
  }

  private static DriverReport report(String path, Verdict verdict) {
    return report(unit(path, Linkage.BUILT_IN, List.of()), verdict);
  }

  private static DriverReport report(Unit unit, Verdict verdict) {
    Driver driver =
        new Driver(
            "platform",
            "d",
            List.of(),
            List.of(),
            false,
            List.of(),
            6,
            Driver.Registration.ALWAYS,
            false,
            Set.of(),
            0);
    return new DriverReport(unit, driver, verdict, List.of(), "");
  }

  private static Unit unit(String path, Linkage linkage, List<Declaration> declarations) {
    return new Unit(
        "u", path, linkage, List.of(), declarations, List.of(), List.of(), Set.of(), "");
  }
}
