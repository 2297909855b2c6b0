package dev.unprobed.bench.sound;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;

/** The scores of all trees, for people. */
public record SoundnessTable(List<Score> scores) {
  private static final String HEAD =
      """
      | tree | architecture | symbols | variables | clauses | solver-made | values shown | came back \
      | randconfigs | satisfy the formula | left out | differ |
      | --- | --- | --: | --: | --: | --: | --: | --: | --: | --: | --: | --: |
      """;

  public String markdown() {
    StringBuilder text = new StringBuilder(HEAD);
    for (Score score : scores) {
      List<Object> cells = new ArrayList<>(List.of(score.tree(), score.arch()));
      cells.addAll(
          List.of(
              score.symbols(), score.variables(), score.clauses(), score.made(), score.shown()));
      cells.addAll(List.of(score.unchanged(), score.random(), score.satisfying()));
      cells.addAll(List.of(score.leftOut(), score.wrong().size()));
      append(text, cells);
    }
    if (scores.size() > 1) {
      append(text, total());
    }
    return text.toString();
  }

  private List<Object> total() {
    return List.of(
        "all",
        "",
        "",
        "",
        "",
        sum(Score::made),
        "",
        sum(Score::unchanged),
        sum(Score::random),
        sum(Score::satisfying),
        sum(Score::leftOut),
        sum(score -> score.wrong().size()));
  }

  private int sum(ToIntFunction<Score> count) {
    return scores.stream().mapToInt(count).sum();
  }

  private static void append(StringBuilder text, List<Object> cells) {
    for (Object cell : cells) {
      String shown =
          cell instanceof Integer number ? String.format(Locale.ROOT, "%,d", number) : "" + cell;
      text.append("| ").append(shown).append(' ');
    }
    text.append("|\n");
  }
}
