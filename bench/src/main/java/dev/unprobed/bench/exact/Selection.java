package dev.unprobed.bench.exact;

import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/** Which of all jobs to do. */
public final class Selection {

  private Selection() {}

  /**
   * A random subset in which no target is missed out: it takes of each target in turn. The same
   * seed takes the same jobs; they stay in their order, so that those of one architecture are next
   * to each other.
   */
  public static List<Job> sample(List<Job> jobs, int count, long seed) {
    Random random = new Random(seed);
    Collection<List<Job>> groups =
        jobs.stream()
            .collect(groupingBy(Job::target, TreeMap::new, java.util.stream.Collectors.toList()))
            .values();
    Deque<Deque<Job>> left = new ArrayDeque<>();
    for (List<Job> group : groups) {
      List<Job> shuffled = new ArrayList<>(group);
      Collections.shuffle(shuffled, random);
      left.add(new ArrayDeque<>(shuffled));
    }
    Set<Case> taken = take(left, count);
    return jobs.stream().filter(job -> taken.contains(job.id())).toList();
  }

  private static Set<Case> take(Deque<Deque<Job>> groups, int count) {
    Set<Case> taken = new HashSet<>();
    while (taken.size() < count && !groups.isEmpty()) {
      Deque<Job> group = groups.removeFirst();
      taken.add(group.removeFirst().id());
      if (!group.isEmpty()) {
        groups.addLast(group);
      }
    }
    return taken;
  }
}
