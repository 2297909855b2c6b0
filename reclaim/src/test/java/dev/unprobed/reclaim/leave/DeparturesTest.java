package dev.unprobed.reclaim.leave;

import static dev.unprobed.reclaim.leave.SmallBoard.driver;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unprobed.kernel.unit.Provision;
import dev.unprobed.reclaim.admit.Feed;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DeparturesTest {
  private static final List<Feed> FED = List.of(new Feed("host", true));

  @TempDir private Path folder;

  private static String node(String name, String compatible, String status) {
    return "%s { compatible = \"%s\"; status = \"%s\"; };".formatted(name, compatible, status);
  }

  private static void assertUnit(
      Departures departures, String unit, Outcome outcome, Cause cause, int pass) {
    assertThat(departures.units())
        .filteredOn(u -> u.unit().equals(unit))
        .singleElement()
        .satisfies(u -> {
          assertThat(u.outcome()).as(unit).isEqualTo(outcome);
          assertThat(u.cause()).as(unit).isEqualTo(cause);
          assertThat(u.pass()).as(unit).isEqualTo(pass);
        });
  }

  @Test
  void staysWithADeviceOrALiveNode() throws Exception {
    Departures departures =
        new SmallBoard()
            .candidate("bound", Set.of(), List.of(), driver("platform", "a", "v,a"))
            .candidate("off", Set.of(), List.of(), driver("platform", "b", "v,b"))
            .candidate("below", Set.of(), List.of(), driver("i2c", "c", "v,c"))
            .candidate("declared", Set.of(), List.of(), List.of("v,d"))
            .candidate("nowhere", Set.of(), List.of(), List.of("v,e"))
            .on(
                folder,
                node("a", "v,a", "okay")
                    + node("b", "v,b", "disabled")
                    + "i2c { compatible = \"v,i2c\"; c { compatible = \"v,c\"; }; };"
                    + node("d", "V,D", "okay"));
    assertUnit(departures, "bound", Outcome.STAYS, Cause.BOUND, 0);
    assertUnit(departures, "off", Outcome.LEAVES, Cause.NONE, 1);
    assertUnit(departures, "below", Outcome.STAYS, Cause.NODE, 0);
    assertUnit(departures, "declared", Outcome.STAYS, Cause.NODE, 0);
    assertUnit(departures, "nowhere", Outcome.LEAVES, Cause.NONE, 1);
    assertThat(departures.bytes(Outcome.LEAVES)).isEqualTo(200);
    assertThat(departures.certain()).isEqualTo(Set.of("off", "nowhere"));
  }

  @Test
  void usersLeaveFirst() throws Exception {
    Departures departures =
        new SmallBoard()
            .candidate("library", Set.of("user"), List.of())
            .candidate("user", Set.of("last"), List.of(), driver("platform", "a", "v,a"))
            .candidate("last", Set.of(), List.of(), driver("platform", "b", "v,b"))
            .candidate("kept", Set.of("bound"), List.of())
            .candidate("bound", Set.of(), List.of(), driver("platform", "c", "v,c"))
            .on(folder, node("c", "v,c", "okay"));
    assertUnit(departures, "last", Outcome.LEAVES, Cause.NONE, 1);
    assertUnit(departures, "user", Outcome.LEAVES, Cause.NONE, 2);
    assertUnit(departures, "library", Outcome.LEAVES, Cause.NONE, 3);
    assertUnit(departures, "kept", Outcome.STAYS, Cause.USER, 0);
    assertThat(departures.passes()).isEqualTo(4);
  }

  @Test
  void staysAsLongAsAHostIsBound() throws Exception {
    SmallBoard kernel =
        new SmallBoard()
            .unit("host", List.of(), driver("platform", "h", "v,h", Provision.USB_HOST))
            .candidate("plugged", Set.of(), FED, driver("usb", "p", ""));
    assertUnit(
        kernel.on(folder, node("h", "v,h", "okay")), "plugged", Outcome.STAYS, Cause.FEED, 0);
    assertUnit(
        kernel.on(folder, node("h", "v,h", "disabled")), "plugged", Outcome.LEAVES, Cause.NONE, 1);
  }

  @Test
  void mayLeaveWhereFilesDoNotTellWhatIsThere() throws Exception {
    Departures departures =
        new SmallBoard()
            .unit("host", List.of(), driver("platform", "h", "v,h", Provision.PCI_HOST))
            .candidate("card", Set.of(), List.of(new Feed("host", false)), driver("pci", "p", ""))
            .candidate("library", Set.of("card"), List.of())
            .on(folder, node("h", "v,h", "okay"));
    assertUnit(departures, "card", Outcome.MAY_LEAVE, Cause.UNKNOWN, 1);
    assertUnit(departures, "library", Outcome.MAY_LEAVE, Cause.USER, 1);
    assertThat(departures.possible()).isEqualTo(Set.of("card", "library"));
  }

  @Test
  void mayLeaveWhereAMakerMayWait() throws Exception {
    Departures departures =
        new SmallBoard()
            .unit("maker", List.of(), driver("platform", "m", "v,m"))
            .candidate(
                "cell", Set.of(), List.of(new Feed("maker", false)), driver("platform", "c", ""))
            .on(folder, node("m", "v,m", "okay"));
    assertUnit(departures, "cell", Outcome.MAY_LEAVE, Cause.FEED, 1);
  }

  @Test
  void comparesWithTheKernelsTable() throws Exception {
    Departures departures =
        new SmallBoard()
            .candidate("a", Set.of(), List.of(), driver("platform", "a", "v,a"))
            .candidate("b", Set.of(), List.of(), driver("platform", "b", "v,b"))
            .on(folder, node("a", "v,a", "okay"));
    Comparison same =
        Comparison.of(
            departures, List.of("a\tstays\t100\t0\t0\t0\tbound", "b\tleft\t100\t0\t0\t0\t-"));
    assertThat(same).isEqualTo(new Comparison(2, List.of(), List.of()));
    Comparison other =
        Comparison.of(
            departures,
            List.of("a\tleft\t100\t0\t0\t0\t-", "b\tstays\t1\t0\t0\t0\thalf", "c\tleft"));
    assertThat(other.agreeing()).isZero();
    assertThat(other.unknown()).isEqualTo(List.of("c"));
    assertThat(other.differences())
        .extracting(Comparison.Difference::explanation)
        .containsExactly(
            "a was to stay (bound: platform/a a), and the kernel says left (-)",
            "b was to leave, and the kernel says stays (half)");
  }
}
