package dev.unprobed.reclaim.layout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unprobed.reclaim.admit.Candidate;
import dev.unprobed.reclaim.admit.Region;
import dev.unprobed.reclaim.layout.Rounding.Result;
import dev.unprobed.reclaim.layout.Rounding.Way;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LayoutTest {
  @Test
  void runsAreRoundedInward() {
    long[] starts = {0, 10, 30, 64, 100, 128, 130};
    assertThat(Pages.freed(starts, new boolean[] {true, true, true, true, true, true}, 32))
        .as("with the rest of the last page")
        .isEqualTo(160);
    assertThat(Pages.freed(starts, new boolean[] {true, true, true, true, true, false}, 32))
        .isEqualTo(128);
    assertThat(Pages.freed(starts, new boolean[] {false, true, true, true, true, false}, 32))
        .isEqualTo(96);
    assertThat(Pages.freed(starts, new boolean[] {true, false, true, false, true, false}, 32))
        .as("from 32 to 64; nothing of 100 to 128")
        .isEqualTo(32);
    assertThat(Pages.freed(starts, new boolean[6], 32)).isEqualTo(0);
  }

  @Test
  void gapsForAlignmentBelongToTheUnitAfterThem() {
    Layout layout = Layout.of(List.of(OrderTest.unit("a", 9), OrderTest.unit("b", 3)));
    assertThat(layout.start(1, Region.TEXT)).isEqualTo(9);
    assertThat(layout.size(1, Region.TEXT)).isEqualTo(10);
    assertThat(layout.size(Region.TEXT)).isEqualTo(19);
    assertThat(layout.size(Region.BSS)).isEqualTo(0);
  }

  @Test
  void unitsApartStartAtPages() {
    Layout layout = Layout.of(List.of(OrderTest.unit("a", 9), OrderTest.unit("b", 20)), 16);
    assertThat(layout.start(1, Region.TEXT)).isEqualTo(16);
    assertThat(layout.size(Region.TEXT)).isEqualTo(48);
    assertThat(layout.size(Region.BSS)).isEqualTo(0);
    assertThat(layout.freed(Region.TEXT, Set.of("a"), 16)).isEqualTo(16);
    assertThat(layout.freed(Region.TEXT, Set.of("b"), 16)).isEqualTo(32);
  }

  /** One page is 16 bytes; the second board needs b, both need c, none needs a. */
  @Test
  void whatTheFourWaysLose() {
    List<Candidate> units =
        List.of(OrderTest.unit("a", 24), OrderTest.unit("c", 8), OrderTest.unit("b", 16));
    List<Set<String>> boards = List.of(Set.of("a", "b"), Set.of("a"));
    assertThat(lost(units, boards, Way.LINK_ORDER)).containsExactly(8L, 8L);
    assertThat(lost(units, boards, Way.GROUPED)).containsExactly(8L, 8L);
    assertThat(lost(units, boards, Way.OWN_PAGES)).containsExactly(8L, 8L);
    assertThat(lost(units, boards, Way.PLATFORMS)).containsExactly(8L, 8L);
  }

  private static List<Long> lost(List<Candidate> units, List<Set<String>> boards, Way way) {
    return Rounding.of(units, List.of("first", "second"), boards, 16).results().stream()
        .filter(r -> r.way() == way)
        .map(Result::lost)
        .toList();
  }
}
