package dev.unprobed.app.reclaim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unprobed.kernel.program.Architecture;
import dev.unprobed.kernel.tree.TreeUnit;
import dev.unprobed.kernel.unit.Kernel;
import dev.unprobed.kernel.unit.Linkage;
import dev.unprobed.reclaim.admit.Candidate;
import dev.unprobed.reclaim.admit.Piece;
import dev.unprobed.reclaim.admit.Reason;
import dev.unprobed.reclaim.admit.Region;
import dev.unprobed.reclaim.admit.Verdict;
import dev.unprobed.reclaim.leave.Cause;
import dev.unprobed.reclaim.leave.Departure;
import dev.unprobed.reclaim.leave.Departures;
import dev.unprobed.reclaim.leave.Outcome;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PlanTextTest {
  private static final Candidate LEAVING = candidate("drivers/a", 9000);
  private static final Candidate STAYING = candidate("drivers/b", 500);

  private static TreeUnit unit(String path) {
    return new TreeUnit(path, path, Linkage.BUILT_IN, List.of());
  }

  private static Candidate candidate(String path, long size) {
    Piece piece = new Piece(path + ".o", 1, ".text", Region.TEXT, size, 4);
    return new Candidate(unit(path), List.of(piece), List.of(), 1, Set.of(), List.of(), List.of());
  }

  private static Plan plan() {
    Departures departures =
        new Departures(
            "board.dtb",
            List.of(
                new Departure(LEAVING, Outcome.LEAVES, Cause.NONE, "", 1),
                new Departure(STAYING, Outcome.STAYS, Cause.BOUND, "platform/b b", 0)),
            2);
    Verdict refused = new Verdict.Refused(unit("lib/c"), Reason.NO_DRIVER, "it has none", 7);
    return new Plan(
        new Kernel("build", "6.1.0", Architecture.ARM64, Map.of(), List.of(), List.of()),
        List.of(new Verdict.Admitted(LEAVING), new Verdict.Admitted(STAYING), refused),
        List.of(new Plan.OnBoard(departures, Optional.empty())),
        4096,
        Optional.empty(),
        Optional.empty());
  }

  @Test
  void tellsPeopleOnOneScreen() {
    assertThat(PlanText.of(plan()))
        .isEqualTo(
            """
            6.1.0 build: 3 built-in units

                                                       units          bytes
              may leave                                    2          9,500
                text                                                  9,500
                rodata                                                    0
                data                                                      0
                bss                                                       0
              stay: no driver                              1              7

            board.dtb, in 2 passes
              leave                                        1          9,000
              leave if no more devices are there           0              0
              stay                                         1            500
              in whole pages of 4,096 bytes, units in link order: 8 to 8 KiB, 2 pages if no more is there
            """);
  }

  @Test
  void listsUnits() {
    assertThat(PlanTable.list(plan()))
        .isEqualTo(
            """
            admitted	9000	drivers/a	leaves in pass 1
            admitted	500	drivers/b	stays, bound: platform/b b
            no_driver	7	lib/c	it has none
            """);
    assertThat(PlanTable.csv(plan()))
        .isEqualTo(
            """
            unit,verdict,bytes,text,rodata,data,bss,inits,exits,proof,"board.dtb"
            "drivers/a",admitted,9000,9000,0,0,0,0,1,,leaves
            "drivers/b",admitted,500,500,0,0,0,0,1,,stays
            "lib/c",no_driver,7,,,,,,,"it has none",stays
            """);
  }

  @Test
  void tellsPrograms() {
    assertThat(PlanJson.of(plan()))
        .contains("\"format\" : \"unprobed-reclaim-plan-1\"", "\"proof\" : \"it has none\"")
        .contains(
            "\"outcome\" : \"stays\"", "\"cause\" : \"bound\"", "\"detail\" : \"platform/b b\"");
  }
}
