package dev.unprobed.app.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unprobed.kconfig.explain.Outcome.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DriverTableTest {
  private static final List<Wish> WISHES =
      List.of(
          new Wish("n", Verdict.DROPPED, "y", "a reason"),
          new Wish("m", Verdict.CLAMPED, "n", "a reason"),
          new Wish("y", Verdict.ACCEPTED, "y", ""));

  private static Driver driver(String symbol, String line) {
    Way way = new Way(Way.Kind.DEFAULT, true, line, "Kconfig:1", List.of());
    return new Driver(symbol, "", true, "y", "n", "Kconfig:1", List.of(way), "", "", WISHES);
  }

  @Test
  void whatDoesNotFitGoesOnBelow() {
    String table =
        new DriverTable(48)
            .of(List.of(driver("SHORT", "default y if AAAAAAAA || BBBBBBBB || CCCCCCCC")));

    assertThat(table)
        .isEqualTo(
            """
            driver type is n? m? y? how
            SHORT  tri  y  y  n  ok default y if AAAAAAAA ||
                                    BBBBBBBB || CCCCCCCC
            """);
  }

  @Test
  void whatHasNoRoomBesideALongNameGoesBelow() {
    String table =
        new DriverTable(40).of(List.of(driver("A_NAME_OF_TWENTY_THREE_", "default y if A")));

    assertThat(table.lines().skip(1))
        .containsExactly("A_NAME_OF_TWENTY_THREE_ tri  y  y  n  ok", "        default y if A");
  }
}
