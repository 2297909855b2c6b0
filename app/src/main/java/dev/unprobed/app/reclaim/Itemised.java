package dev.unprobed.app.reclaim;

import dev.unprobed.app.reclaim.Plan.Amount;
import dev.unprobed.board.ledger.BoardLedger;
import dev.unprobed.board.ledger.Need;
import dev.unprobed.kernel.ledger.Owner;
import dev.unprobed.kernel.ledger.PlacedLedger;
import dev.unprobed.kernel.ledger.PlacedLedger.Place;
import dev.unprobed.reclaim.layout.Run;
import dev.unprobed.reclaim.link.BuiltLayout;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What becomes of the bytes of units that have drivers but none that binds, as the ledger of the
 * image counts them once the kernel has booted. The items of each part add up to it.
 *
 * @param unprobed units of which no driver can bind
 * @param possible units of which files do not tell whether a driver binds
 * @param given all bytes that come back; more than both parts say, since libraries leave with the
 *     drivers that use them, and padding with both
 */
record Itemised(Part unprobed, Part possible, long given) {
  /** Bytes that are given back. */
  static final String GIVEN = "given back";

  static final String LEAVE = "leave, not laid out yet";
  static final String ROUNDED = "left, on a page with something that stays";

  private static final int PERCENT = 100;

  /**
   * Some of the units.
   *
   * @param all of their bytes
   * @param items what becomes of them, the largest first; an item that is only a part of what a
   *     unit has counts no unit
   */
  record Part(Amount all, Map<String, Amount> items) {
    long given() {
      return items.getOrDefault(GIVEN, Amount.NOTHING).bytes();
    }

    /** How much of it is given back, in percent. */
    double share() {
      return all.bytes() == 0 ? 0 : (double) PERCENT * given() / all.bytes();
    }
  }

  /**
   * For one board.
   *
   * @param ledger of the board
   * @param built how units lie in the image, if it has been laid out
   * @param fates what becomes of units that stay, by KBUILD_MODFILE; all others leave
   * @param left KBUILD_MODFILEs of those that leave
   */
  static Itemised of(
      PlacedLedger image,
      BoardLedger ledger,
      Optional<BuiltLayout> built,
      long pageSize,
      Map<String, String> fates,
      Set<String> left) {
    Map<String, Need> needs = new HashMap<>();
    ledger.units().forEach(unit -> needs.put(unit.unit(), unit.need()));
    List<Run> runs = built.map(layout -> layout.runs(left, pageSize)).orElse(List.of());
    Sum unprobed = new Sum(built, runs, fates, left);
    Sum possible = new Sum(built, runs, fates, left);
    for (Place place : image.places()) {
      if (place.owner() instanceof Owner.Unit unit) {
        switch (needs.getOrDefault(unit.label(), Need.NOT_JUDGED)) {
          case DEAD -> unprobed.add(unit.path(), place);
          case POSSIBLE -> possible.add(unit.path(), place);
          case NEEDED, NOT_JUDGED -> {}
        }
      }
    }
    long given = runs.stream().mapToLong(Run::size).sum();
    return new Itemised(unprobed.part(), possible.part(), given);
  }

  /** Adds up. */
  private static final class Sum {
    private final Optional<BuiltLayout> built;
    private final List<Run> runs;
    private final Map<String, String> fates;
    private final Set<String> left;
    private final Map<String, Long> bytes = new HashMap<>();
    private final Map<String, Set<String>> units = new HashMap<>();

    Sum(Optional<BuiltLayout> built, List<Run> runs, Map<String, String> fates, Set<String> left) {
      this.built = built;
      this.runs = runs;
      this.fates = fates;
      this.left = left;
    }

    void add(String unit, Place place) {
      if (!left.contains(unit)) {
        add(fates.getOrDefault(unit, "stays"), unit, place.resident());
        return;
      }
      if (built.isEmpty()) {
        add(LEAVE, unit, place.resident());
        return;
      }
      long back = runs.stream().mapToLong(run -> run.overlap(place.address(), place.size())).sum();
      add(GIVEN, unit, back);
      String rest =
          built.get().contains(place.address())
              ? ROUNDED
              : "left, but not its " + place.what().label();
      bytes.merge(rest, place.resident() - back, Long::sum);
    }

    private void add(String fate, String unit, long more) {
      bytes.merge(fate, more, Long::sum);
      units.computeIfAbsent(fate, _ -> new HashSet<>()).add(unit);
    }

    Part part() {
      Map<String, Amount> items = new LinkedHashMap<>();
      bytes.entrySet().stream()
          .filter(e -> e.getValue() != 0)
          .sorted(
              Comparator.comparingLong((Map.Entry<String, Long> e) -> -e.getValue())
                  .thenComparing(Map.Entry::getKey))
          .forEach(e ->
              items.put(
                  e.getKey(),
                  new Amount(units.getOrDefault(e.getKey(), Set.of()).size(), e.getValue())));
      long all = bytes.values().stream().mapToLong(Long::longValue).sum();
      long count = units.values().stream().flatMap(Set::stream).distinct().count();
      return new Part(new Amount(count, all), items);
    }
  }
}
