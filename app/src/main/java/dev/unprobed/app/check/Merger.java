package dev.unprobed.app.check;

import dev.unprobed.app.check.Report.Located;
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

/**
 * Puts together what was found under several architectures: what happens under one of them happens,
 * and what is dead has to be dead under each that has it.
 */
public final class Merger {
  private final Map<Finding.Key, Group> found = new LinkedHashMap<>();
  private final Set<Finding.Key> healthy = new HashSet<>();
  private int architectures;
  private int undecided;
  private int asked;

  /** Findings that are the same but for where they are: those of the first architecture. */
  private record Group(String first, List<Finding> findings, SequencedSet<String> architectures) {
    Group(String first) {
      this(first, new ArrayList<>(), new LinkedHashSet<>());
    }
  }

  /** Takes the findings of one more architecture. */
  public void add(String architecture, Findings findings) {
    architectures++;
    healthy.addAll(findings.healthy());
    undecided += findings.undecided();
    asked += findings.asked();
    for (Finding finding : findings.findings()) {
      Group group = found.computeIfAbsent(finding.key(), key -> new Group(architecture));
      group.architectures.add(architecture);
      if (group.first.equals(architecture)) {
        group.findings.add(finding);
      }
    }
  }

  public int undecided() {
    return undecided;
  }

  public int asked() {
    return asked;
  }

  /** By level, then by file and line. */
  public List<Located> located() {
    List<Located> all = new ArrayList<>();
    found.forEach((key, group) -> {
      List<String> where = architectures == 1 ? List.of() : List.copyOf(group.architectures);
      group.findings.stream()
          .filter(finding -> finding.example() != null || !healthy.contains(key))
          .forEach(finding -> all.add(new Located(finding, where)));
    });
    all.sort(
        Comparator.comparing((Located located) -> located.finding().level())
            .thenComparing(located -> located.finding().location().file())
            .thenComparingInt(located -> located.finding().location().line()));
    return all;
  }
}
