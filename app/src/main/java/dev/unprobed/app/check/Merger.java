package dev.unprobed.app.check;

import dev.unprobed.app.check.Report.Located;
import dev.unprobed.app.replay.Referee.Judgement;
import dev.unprobed.prove.check.Finding;
import dev.unprobed.prove.check.Findings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.Set;
import java.util.function.Function;

/**
 * Puts together what was found under several architectures: what happens under one of them happens,
 * and what is dead has to be dead under each that has it.
 */
public final class Merger {
  private final Map<Finding.Key, Group> found = new LinkedHashMap<>();
  private final Set<Finding.Key> healthy = new HashSet<>();
  private final Set<Finding.Key> open = new HashSet<>();
  private final List<String> skipped = new ArrayList<>();
  private int architectures;
  private int undecided;
  private int asked;

  /** Findings that are the same but for where they are: those of the first architecture. */
  private record Group(String first, List<Judged> findings, SequencedSet<String> architectures) {
    Group(String first) {
      this(first, new ArrayList<>(), new LinkedHashSet<>());
    }
  }

  private record Judged(Finding finding, Judgement replay) {}

  /**
   * Takes the findings of one more architecture.
   *
   * @param judge asks conf about those that are not known from another one
   */
  public void add(String architecture, Findings findings, Function<Finding, Judgement> judge) {
    architectures++;
    open.addAll(findings.open());
    healthy.addAll(findings.healthy());
    undecided += findings.undecided();
    asked += findings.asked();
    for (Finding finding : findings.findings()) {
      Group group = found.computeIfAbsent(finding.key(), key -> new Group(architecture));
      group.architectures.add(architecture);
      if (group.first.equals(architecture)) {
        group.findings.add(new Judged(finding, judge.apply(finding)));
      }
    }
  }

  /** Leaves out an architecture, so that nothing is known to be dead in all of them. */
  public void skip(String architecture) {
    skipped.add(architecture);
  }

  /** The architectures that were left out. */
  public List<String> skipped() {
    return List.copyOf(skipped);
  }

  public int undecided() {
    return undecided;
  }

  public int asked() {
    return asked;
  }

  private boolean dead(Finding.Key key) {
    return skipped.isEmpty() && !healthy.contains(key) && !open.contains(key);
  }

  /** By level, then by file and line. */
  public List<Located> located() {
    List<Located> all = new ArrayList<>();
    found.forEach((key, group) -> {
      List<String> where =
          architectures + skipped.size() == 1 ? List.of() : List.copyOf(group.architectures);
      group.findings.stream()
          .filter(judged -> judged.finding.example() != null || dead(key))
          .forEach(judged -> all.add(new Located(judged.finding, where, judged.replay)));
    });
    all.sort(
        Comparator.comparing((Located located) -> located.finding().level())
            .thenComparing(located -> located.finding().location().file())
            .thenComparingInt(located -> located.finding().location().line()));
    return all;
  }
}
