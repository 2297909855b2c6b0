package dev.unprobed.reclaim.layout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unprobed.kernel.tree.TreeUnit;
import dev.unprobed.kernel.unit.Linkage;
import dev.unprobed.reclaim.admit.Candidate;
import dev.unprobed.reclaim.admit.Piece;
import dev.unprobed.reclaim.admit.Region;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OrderTest {
  private static final long PAGE = 64;

  @Test
  void unitsThatLeaveTogetherLieTogether() {
    List<Candidate> units = List.of(unit("a", 40), unit("b", 64), unit("c", 60), unit("d", 64));
    List<Set<String>> boards = List.of(Set.of("b", "d"));
    assertThat(Layout.of(units).freed(boards.getFirst(), PAGE)).as("the last").isEqualTo(64);
    List<Candidate> order = Order.of(units, boards, PAGE);
    assertThat(order).extracting(c -> c.unit().path()).containsExactly("b", "d", "a", "c");
    assertThat(Layout.of(order).freed(boards.getFirst(), PAGE)).isEqualTo(128);
  }

  @Test
  void withoutBoardsTheOrderOfTheLink() {
    List<Candidate> units = List.of(unit("a", 40), unit("b", 64));
    assertThat(Order.of(units, List.of(), PAGE)).isEqualTo(units);
  }

  /** Boundaries of groups are what costs, so few cases are left where another order is better. */
  @Test
  void closeToTheOptimumOfAllOrders() {
    long seed = 20261127;
    Random random = new Random(seed);
    long ours = 0;
    long best = 0;
    long naive = 0;
    int optimal = 0;
    int cases = 200;
    for (int i = 0; i < cases; i++) {
      List<Candidate> units = new ArrayList<>();
      for (int u = 0; u < 6; u++) {
        units.add(unit("u" + u, 8L * (1 + random.nextInt(40))));
      }
      List<Set<String>> boards = new ArrayList<>();
      for (int board = 0; board < 3; board++) {
        Set<String> leaving = new HashSet<>();
        units.forEach(u -> {
          if (random.nextInt(4) > 0) {
            leaving.add(u.unit().path());
          }
        });
        boards.add(leaving);
      }
      long found = freed(Order.of(units, boards, PAGE), boards);
      long most = best(units, boards);
      assertThat(found).as("seed %d, case %d", seed, i).isLessThanOrEqualTo(most);
      ours += found;
      best += most;
      naive += freed(units, boards);
      optimal += found == most ? 1 : 0;
    }
    assertThat(optimal).as("of %d", cases).isGreaterThan(cases / 2);
    assertThat((double) ours / best).isGreaterThan(0.96);
    assertThat(naive).isLessThan(ours);
  }

  private static long best(List<Candidate> units, List<Set<String>> boards) {
    return best(new ArrayList<>(), units, boards);
  }

  private static long best(List<Candidate> chosen, List<Candidate> left, List<Set<String>> boards) {
    if (left.isEmpty()) {
      return freed(chosen, boards);
    }
    long best = 0;
    for (Candidate next : left) {
      List<Candidate> longer = new ArrayList<>(chosen);
      longer.add(next);
      List<Candidate> fewer = new ArrayList<>(left);
      fewer.remove(next);
      best = Math.max(best, best(longer, fewer, boards));
    }
    return best;
  }

  private static long freed(List<Candidate> order, List<Set<String>> boards) {
    Layout layout = Layout.of(order);
    return boards.stream().mapToLong(board -> layout.freed(board, PAGE)).sum();
  }

  static Candidate unit(String path, long size) {
    return new Candidate(
        new TreeUnit(path, path, Linkage.BUILT_IN, List.of()),
        List.of(new Piece(path + ".o", 1, ".text", Region.TEXT, size, 8)),
        List.of(),
        0,
        Set.of(),
        List.of(),
        List.of());
  }
}
