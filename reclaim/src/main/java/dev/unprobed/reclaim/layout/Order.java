package dev.unprobed.reclaim.layout;

import dev.unprobed.reclaim.admit.Candidate;
import dev.unprobed.reclaim.admit.Region;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An order of units for a fleet of boards. Units that leave exactly the same boards are a group and
 * stay in link order; groups are chained so that neighbours differ on few boards, and then moved as
 * long as that gives more pages back.
 */
public final class Order {
  private final List<Set<String>> boards;
  private final long pageSize;

  private Order(List<Set<String>> boards, long pageSize) {
    this.boards = boards;
    this.pageSize = pageSize;
  }

  /**
   * The units in a better order.
   *
   * @param boards for each board the KBUILD_MODFILEs of the units that leave there
   */
  public static List<Candidate> of(List<Candidate> units, List<Set<String>> boards, long pageSize) {
    Order order = new Order(boards, pageSize);
    return order.improved(chain(order.groups(units))).stream()
        .flatMap(g -> g.units().stream())
        .toList();
  }

  /** Units that leave the same boards, and what they take of each region. */
  private record Group(BitSet boards, List<Candidate> units, long[] sizes) {
    static Group of(BitSet boards, List<Candidate> units) {
      long[] sizes =
          Arrays.stream(Region.values())
              .mapToLong(region -> Layout.starts(units, region)[units.size()])
              .toArray();
      return new Group(boards, units, sizes);
    }

    long size() {
      return Arrays.stream(sizes).sum();
    }

    int distance(Group other) {
      BitSet differ = (BitSet) boards.clone();
      differ.xor(other.boards);
      return differ.cardinality();
    }
  }

  private List<Group> groups(List<Candidate> units) {
    Map<BitSet, List<Candidate>> bySignature = new LinkedHashMap<>();
    for (Candidate unit : units) {
      BitSet signature = new BitSet();
      for (int i = 0; i < boards.size(); i++) {
        signature.set(i, boards.get(i).contains(unit.unit().path()));
      }
      bySignature.computeIfAbsent(signature, s -> new ArrayList<>()).add(unit);
    }
    return bySignature.entrySet().stream().map(e -> Group.of(e.getKey(), e.getValue())).toList();
  }

  /** From what leaves most boards, always on to what differs least; of equals the largest. */
  private static List<Group> chain(List<Group> groups) {
    List<Group> left = new ArrayList<>(groups);
    left.sort(Comparator.comparingInt((Group g) -> -g.boards().cardinality()));
    List<Group> chain = new ArrayList<>();
    while (!left.isEmpty()) {
      Group last = chain.isEmpty() ? left.getFirst() : chain.getLast();
      Group next =
          left.stream()
              .min(
                  Comparator.comparingInt((Group g) -> last.distance(g))
                      .thenComparingLong(g -> -g.size()))
              .orElseThrow();
      left.remove(next);
      chain.add(next);
    }
    return chain;
  }

  /** Moves one group at a time to where most is gained, until nothing is. */
  private List<Group> improved(List<Group> chain) {
    List<Group> best = chain;
    List<Group> from = List.of();
    while (!best.equals(from)) {
      from = best;
      for (int i = 0; i < from.size(); i++) {
        for (int j = 0; j < from.size(); j++) {
          List<Group> moved = new ArrayList<>(from);
          moved.add(j, moved.remove(i));
          best = freed(moved) > freed(best) ? moved : best;
        }
      }
    }
    return best;
  }

  /** The pages of all boards, with groups instead of units. */
  private long freed(List<Group> groups) {
    long sum = 0;
    for (int region = 0; region < Region.values().length; region++) {
      long[] starts = new long[groups.size() + 1];
      for (int i = 0; i < groups.size(); i++) {
        starts[i + 1] = starts[i] + groups.get(i).sizes()[region];
      }
      for (int board = 0; board < boards.size(); board++) {
        boolean[] left = new boolean[groups.size()];
        for (int i = 0; i < left.length; i++) {
          left[i] = groups.get(i).boards().get(board);
        }
        sum += Pages.freed(starts, left, pageSize);
      }
    }
    return sum;
  }
}
