package dev.unprobed.bench.exact;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unprobed.bench.exact.LineDiff.Kind;
import dev.unprobed.bench.exact.LineDiff.Line;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

final class LineDiffTest {

  @Test
  void saysWhichLinesAreOnlyInOne() {
    assertThat(LineDiff.between("a\nb\nc\n", "a\nx\nc\n"))
        .extracting(Line::toString)
        .containsExactly(" a", "-b", "+x", " c", " ");
  }

  @Test
  void aMissingNewlineAtTheEndIsADifference() {
    assertThat(LineDiff.between("a\n", "a").stream().filter(Line::isChange))
        .extracting(Line::toString)
        .containsExactly("-");
  }

  @Test
  void textsWithNothingInCommonDifferInAllLines() {
    String before = IntStream.range(0, 3000).mapToObj(i -> "before " + i).collect(joining("\n"));
    String after = IntStream.range(0, 3000).mapToObj(i -> "after " + i).collect(joining("\n"));

    assertThat(LineDiff.between(before, after)).hasSize(6000).allMatch(Line::isChange);
  }

  @RepeatedTest(200)
  void isAsShortAsTheLongestCommonSubsequenceAllows(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    String before = text(random);
    String after = text(random);

    List<Line> lines = LineDiff.between(before, after);

    assertThat(side(lines, Kind.ADDED)).isEqualTo(before);
    assertThat(side(lines, Kind.REMOVED)).isEqualTo(after);
    long same = lines.stream().filter(line -> !line.isChange()).count();
    assertThat(same).isEqualTo(longestCommon(before.split("\n", -1), after.split("\n", -1)));
  }

  private static String text(Random random) {
    return random.ints(random.nextInt(30), 0, 4).mapToObj(Integer::toString).collect(joining("\n"));
  }

  private static String side(List<Line> lines, Kind without) {
    return lines.stream()
        .filter(line -> line.kind() != without)
        .map(Line::text)
        .collect(joining("\n"));
  }

  private static int longestCommon(String[] before, String[] after) {
    int[][] length = new int[before.length + 1][after.length + 1];
    for (int i = 1; i <= before.length; i++) {
      for (int j = 1; j <= after.length; j++) {
        length[i][j] =
            before[i - 1].equals(after[j - 1])
                ? length[i - 1][j - 1] + 1
                : Math.max(length[i - 1][j], length[i][j - 1]);
      }
    }
    return length[before.length][after.length];
  }
}
