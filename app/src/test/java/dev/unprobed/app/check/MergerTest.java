package dev.unprobed.app.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unprobed.app.replay.Referee.Judgement;
import dev.unprobed.kconfig.source.Location;
import dev.unprobed.prove.check.DeadSymbol;
import dev.unprobed.prove.check.Example;
import dev.unprobed.prove.check.Finding;
import dev.unprobed.prove.check.Findings;
import dev.unprobed.prove.check.Level;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MergerTest {
  private static Judgement judge(Finding finding) {
    return finding.example() == null ? Judgement.NOT_ASKED : Judgement.CONFIRMED;
  }

  private static Finding finding(String symbol, @Nullable Example example) {
    return new Finding(
        new DeadSymbol(),
        Level.NOTE,
        new Location("Kconfig", 1),
        symbol,
        "config " + symbol,
        symbol,
        "",
        example,
        null,
        new LinkedHashMap<>());
  }

  @Test
  void deadIsWhatIsDeadEverywhere() {
    Finding both = finding("BOTH", null);
    Finding one = finding("ONE", null);
    Finding there = finding("THERE", null);
    Finding shown = finding("SHOWN", new Example(1, ""));
    Merger merger = new Merger();
    merger.add(
        "arm",
        new Findings(List.of(both, one, shown), Set.of(), Set.of(), 1, 10),
        MergerTest::judge);
    Set<Finding.Key> healthy = Set.of(one.key(), shown.key());
    merger.add(
        "arm64", new Findings(List.of(both, there), healthy, Set.of(), 2, 20), MergerTest::judge);
    assertThat(merger.located())
        .containsExactly(
            new Report.Located(both, List.of("arm", "arm64"), Judgement.NOT_ASKED),
            new Report.Located(shown, List.of("arm"), Judgement.CONFIRMED),
            new Report.Located(there, List.of("arm64"), Judgement.NOT_ASKED));
    assertThat(merger.undecided()).isEqualTo(3);
    assertThat(merger.asked()).isEqualTo(30);
  }

  /** What nobody had time to ask of one architecture may live there. */
  @Test
  void deadIsNothingThatIsOpenSomewhere() {
    Finding open = finding("OPEN", null);
    Finding dead = finding("DEAD", null);
    Finding shown = finding("SHOWN", new Example(1, ""));
    Merger merger = new Merger();
    List<Finding> found = List.of(open, dead, shown);
    merger.add("arm", new Findings(found, Set.of(), Set.of(), 0, 10), MergerTest::judge);
    Set<Finding.Key> unknown = Set.of(open.key(), shown.key());
    merger.add("arm64", new Findings(List.of(dead), Set.of(), unknown, 2, 10), MergerTest::judge);
    assertThat(merger.located()).extracting(Report.Located::finding).containsExactly(dead, shown);
    merger.skip("riscv");
    assertThat(merger.skipped()).containsExactly("riscv");
    assertThat(merger.located()).extracting(Report.Located::finding).containsExactly(shown);
  }
}
