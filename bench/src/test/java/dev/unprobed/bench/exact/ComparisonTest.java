package dev.unprobed.bench.exact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unprobed.bench.tree.Answer;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class ComparisonTest {

  private static final Outcome CONF = Samples.outcome(0, "done\n", Map.of(".config", "A=y\nB=m\n"));

  @Test
  void theSameIsIdentical() {
    Comparison comparison = Comparison.of(CONF, CONF);

    assertThat(comparison.isIdentical()).isTrue();
    assertThat(comparison.differingLines()).isZero();
  }

  @Test
  void everythingThatARunLeavesCounts() {
    Outcome other = Samples.outcome(1, "", Map.of(".config", "A=y\nB=n\n", "extra", "x\n"));

    Comparison comparison = Comparison.of(CONF, other);

    assertThat(comparison.parts())
        .extracting(Comparison.Part::name)
        .containsExactly("(exit status)", "(files)", "(stdout)", ".config", "extra");
  }

  @Test
  void twoThatRefuseTheInputNeedNotSayItAlike() {
    Outcome conf = failed(1, "*** Can't find it!\n");

    assertThat(Comparison.isRefusal(conf, failed(2, "f: error[missing]: no such file\n"))).isTrue();
    assertThat(Comparison.isRefusal(conf, failed(2, ""))).isFalse();
    assertThat(Comparison.isRefusal(conf, failed(0, "f: error[missing]: no such file\n")))
        .isFalse();
    assertThat(Comparison.isRefusal(conf, CONF)).isFalse();
  }

  private static Outcome failed(int exit, String stderr) {
    return new Outcome(new Answer(exit, "", stderr), "", new TreeMap<>());
  }

  @Test
  void showsTheLinesAndWhatIsAroundThem() {
    String before = "1\n2\n3\n4\n5\n6\n7\n8\n";
    Outcome conf = Samples.outcome(0, "", Map.of("f", before));
    Outcome other = Samples.outcome(0, "", Map.of("f", before.replace("5", "x")));

    Comparison comparison = Comparison.of(conf, other);

    assertThat(comparison.differingLines()).isEqualTo(2);
    assertThat(comparison.text(100))
        .isEqualTo("--- conf      f\n+++ unprobed  f\n 3\n 4\n-5\n+x\n 6\n 7\n@@\n");
    assertThat(comparison.text(3)).isEqualTo("--- conf      f\n+++ unprobed  f\n 3\n…\n");
  }
}
