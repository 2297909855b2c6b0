package dev.unprobed.app.reclaim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unprobed.app.reclaim.Plan.Amount;
import dev.unprobed.board.ledger.BoardLedger;
import dev.unprobed.board.ledger.Burden;
import dev.unprobed.board.ledger.Need;
import dev.unprobed.board.ledger.UnitBurden;
import dev.unprobed.kernel.ledger.ByteClass;
import dev.unprobed.kernel.ledger.Entry;
import dev.unprobed.kernel.ledger.Ledger;
import dev.unprobed.kernel.ledger.Owner;
import dev.unprobed.kernel.ledger.PlacedLedger;
import dev.unprobed.kernel.ledger.PlacedLedger.Place;
import dev.unprobed.reclaim.admit.Region;
import dev.unprobed.reclaim.link.BuiltLayout;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ItemisedTest {
  private static final long PAGE = 100;
  private static final long TEXT = 10_000;

  /** Two units that leave, one that stays on the board, one that is refused, one that is needed. */
  private static final PlacedLedger IMAGE =
      image(
          place("drivers/a", ByteClass.TEXT, TEXT, 150, 150),
          place("drivers/b", ByteClass.TEXT, TEXT + 150, 170, 170),
          place("drivers/c", ByteClass.TEXT, TEXT + 320, 80, 80),
          place("drivers/a", ByteClass.STRINGS, 500, 7, 7),
          place("drivers/a", ByteClass.INIT, 600, 20, 5),
          place("drivers/d", ByteClass.TEXT, 700, 30, 30),
          place("drivers/e", ByteClass.TEXT, 800, 40, 40));

  private static final BuiltLayout LAYOUT =
      new BuiltLayout(
          List.of("drivers/a", "drivers/b", "drivers/c"),
          Map.of(Region.TEXT, new long[] {0, 150, 320, 400}),
          Map.of(Region.TEXT, TEXT));

  private static final BoardLedger BOARD =
      new BoardLedger(
          "board",
          List.of(
              burden("drivers/a", Need.DEAD),
              burden("drivers/b", Need.POSSIBLE),
              burden("drivers/c", Need.DEAD),
              burden("drivers/d", Need.DEAD),
              burden("drivers/e", Need.NEEDED)));

  private static final Map<String, String> FATES =
      Map.of("drivers/c", Fates.stays("node"), "drivers/d", "refused: no driver");

  private static Place place(String unit, ByteClass what, long address, long size, long resident) {
    return new Place(new Owner.Unit(unit), what, address, size, resident);
  }

  private static PlacedLedger image(Place... places) {
    List<Entry> entries =
        List.of(places).stream()
            .map(p -> new Entry(p.owner(), p.what(), p.size(), p.size(), p.size() - p.resident()))
            .toList();
    long size = entries.stream().mapToLong(Entry::memory).sum();
    return new PlacedLedger(new Ledger("Image", size, size, entries, List.of()), List.of(places));
  }

  private static UnitBurden burden(String unit, Need need) {
    return new UnitBurden(unit, need, Burden.NONE);
  }

  private static Itemised items(Optional<BuiltLayout> layout) {
    return Itemised.of(IMAGE, BOARD, layout, PAGE, FATES, Set.of("drivers/a", "drivers/b"));
  }

  @Test
  void addsUpToWhatTheLedgerCallsUnprobed() {
    Itemised items = items(Optional.of(LAYOUT));
    assertThat(items.unprobed().all()).isEqualTo(new Amount(3, 272));
    assertThat(items.unprobed().items())
        .containsExactly(
            Map.entry("given back", new Amount(1, 150)),
            Map.entry("stays: a live node of the device tree matches", new Amount(1, 80)),
            Map.entry("refused: no driver", new Amount(1, 30)),
            Map.entry("left, but not its strings", new Amount(0, 7)),
            Map.entry("left, but not its init", new Amount(0, 5)));
    assertThat(items.possible().items())
        .containsExactly(
            Map.entry("given back", new Amount(1, 150)),
            Map.entry("left, on a page with something that stays", new Amount(0, 20)));
    assertThat(items.given()).isEqualTo(300);
    assertThat(items.unprobed().share()).isBetween(55.1, 55.2);
  }

  @Test
  void tellsWhatLeavesBeforeTheKernelIsLaidOut() {
    assertThat(items(Optional.empty()).unprobed().items())
        .containsEntry("leave, not laid out yet", new Amount(1, 162));
  }

  @Test
  void tellsPeople() {
    assertThat(ItemisedText.of(items(Optional.of(LAYOUT))))
        .isEqualTo(
            """
              un-probed, as the ledger has it                                3            272
                given back                                                   1            150
                stays: a live node of the device tree matches                1             80
                refused: no driver                                           1             30
                left, but not its strings                                                   7
                left, but not its init                                                      5
                of it given back                                                       55.1 %
              may be un-probed, which files do not tell                      1            170
                given back                                                   1            150
                left, on a page with something that stays                                  20
                of it given back                                                       88.2 %
              given back beyond: libraries, padding                                         0
              given back                                                                  300
            """);
  }
}
