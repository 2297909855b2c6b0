package dev.unprobed.app.check;

import static org.assertj.core.api.Assertions.assertThat;

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
        new LinkedHashMap<>());
  }

  @Test
  void deadIsWhatIsDeadEverywhere() {
    Finding both = finding("BOTH", null);
    Finding one = finding("ONE", null);
    Finding there = finding("THERE", null);
    Finding shown = finding("SHOWN", new Example(1, ""));
    Merger merger = new Merger();
    merger.add("arm", new Findings(List.of(both, one, shown), Set.of(), 1, 10));
    merger.add("arm64", new Findings(List.of(both, there), Set.of(one.key(), shown.key()), 2, 20));
    assertThat(merger.located())
        .containsExactly(
            new Report.Located(both, List.of("arm", "arm64")),
            new Report.Located(shown, List.of("arm")),
            new Report.Located(there, List.of("arm64")));
    assertThat(merger.undecided()).isEqualTo(3);
    assertThat(merger.asked()).isEqualTo(30);
  }
}
