package dev.unprobed.reclaim.layout;

import dev.unprobed.reclaim.admit.Candidate;
import dev.unprobed.reclaim.admit.Region;
import dev.unprobed.reclaim.leave.Departures;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What rounding to whole pages costs on boards, computed before the link.
 *
 * @param leaving for each board the units that leave, if no more is there than is known
 * @param results for each board and way of laying out
 */
public record Rounding(List<Set<String>> leaving, List<Result> results) {
  private static final int NONE = -1;
  private static final int SEVERAL = -2;

  /** How units are laid out. */
  public enum Way {
    /** As {@link Order} puts them. */
    GROUPED("grouped by boards"),
    /** As they are linked without us. */
    LINK_ORDER("link order"),
    /** Each unit starts a page in each region. */
    OWN_PAGES("own pages for each"),
    /**
     * As arch/ppc once had it: a section for each board, which other boards give back whole. What
     * several boards need is in none, what none needs in one that all give back.
     */
    PLATFORMS("section per platform");

    private final String words;

    Way(String words) {
      this.words = words;
    }

    /** For people. */
    public String words() {
      return words;
    }
  }

  /**
   * One way on one board, in bytes.
   *
   * @param leaving what leaves, with the gaps that alignment needs anyway
   * @param freed in whole pages; with padding it may be more than leaves
   * @param lost what is still there although it could go, padding and the last page of each region
   *     among it: what the regions take afterwards, less the units that stay
   */
  public record Result(
      String board, Way way, Map<Region, Long> lostIn, long leaving, long freed, long lost) {}

  /** For the units as they will be linked. */
  public static Rounding of(List<Candidate> units, List<Departures> boards, long pageSize) {
    return of(
        units,
        boards.stream().map(Departures::board).toList(),
        boards.stream().map(Rounding::all).toList(),
        pageSize);
  }

  static Rounding of(
      List<Candidate> units, List<String> boards, List<Set<String>> leaving, long pageSize) {
    List<Result> results = new ArrayList<>();
    for (Way way : Way.values()) {
      Arrangement arrangement = Arrangement.of(way, units, leaving, pageSize);
      for (int i = 0; i < boards.size(); i++) {
        results.add(arrangement.result(boards.get(i), way, leaving.get(i), pageSize));
      }
    }
    return new Rounding(leaving, List.copyOf(results));
  }

  private static Set<String> all(Departures board) {
    Set<String> all = new HashSet<>(board.certain());
    all.addAll(board.possible());
    return Set.copyOf(all);
  }

  /** Units in an order, and which of them start a page. */
  private record Arrangement(List<Candidate> units, boolean[] starts, Set<String> never) {
    static Arrangement of(
        Way way, List<Candidate> units, List<Set<String>> leaving, long pageSize) {
      return switch (way) {
        case GROUPED -> plain(Order.of(units, leaving, pageSize));
        case LINK_ORDER -> plain(units);
        case OWN_PAGES -> {
          boolean[] starts = new boolean[units.size()];
          Arrays.fill(starts, true);
          yield new Arrangement(units, starts, Set.of());
        }
        case PLATFORMS -> platforms(units, leaving);
      };
    }

    private static Arrangement plain(List<Candidate> units) {
      return new Arrangement(units, new boolean[units.size()], Set.of());
    }

    private static Arrangement platforms(List<Candidate> units, List<Set<String>> leaving) {
      Map<Integer, List<Candidate>> sections = new LinkedHashMap<>();
      Set<String> never = new HashSet<>();
      for (Candidate unit : units) {
        int section = section(unit.unit().path(), leaving);
        sections.computeIfAbsent(section, s -> new ArrayList<>()).add(unit);
        if (section == SEVERAL) {
          never.add(unit.unit().path());
        }
      }
      List<Candidate> order = new ArrayList<>();
      boolean[] starts = new boolean[units.size()];
      for (List<Candidate> section : sections.values()) {
        starts[order.size()] = true;
        order.addAll(section);
      }
      return new Arrangement(order, starts, never);
    }

    private static int section(String unit, List<Set<String>> leaving) {
      int needs = NONE;
      for (int i = 0; i < leaving.size(); i++) {
        if (!leaving.get(i).contains(unit)) {
          needs = needs == NONE ? i : SEVERAL;
        }
      }
      return needs;
    }

    Result result(String board, Way way, Set<String> leaves, long pageSize) {
      Map<Region, Long> lost = new LinkedHashMap<>();
      long leaving = 0;
      long freed = 0;
      boolean[] left = new boolean[units.size()];
      for (int i = 0; i < left.length; i++) {
        String path = units.get(i).unit().path();
        left[i] = leaves.contains(path) && !never.contains(path);
      }
      for (Region region : Region.values()) {
        long[] places = places(region, pageSize);
        long back = Pages.freed(places, left, pageSize);
        long stays = 0;
        for (int i = 0; i < left.length; i++) {
          long size = units.get(i).size(region);
          boolean goes = leaves.contains(units.get(i).unit().path());
          stays += goes ? 0 : size;
          leaving += goes ? size : 0;
        }
        lost.put(region, Pages.up(places[left.length], pageSize) - back - stays);
        freed += back;
      }
      long all = lost.values().stream().mapToLong(Long::longValue).sum();
      return new Result(board, way, lost, leaving, freed, all);
    }

    private long[] places(Region region, long pageSize) {
      long[] places = new long[units.size() + 1];
      long at = 0;
      for (int i = 0; i < units.size(); i++) {
        at = starts[i] ? Pages.up(at, pageSize) : at;
        places[i] = at;
        at = Layout.end(units.get(i), region, at);
      }
      boolean wholePages = starts.length > 0 && starts[0];
      places[units.size()] = wholePages ? Pages.up(at, pageSize) : at;
      return places;
    }
  }
}
