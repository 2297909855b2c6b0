package dev.unprobed.bench.board;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What was measured and how good the predictions were, for people. */
public final class BoardTable {

  private static final String HEAD =
      """
      | board | modules | drivers | devices | bound | late | deferred | recall | precision | dead but bound |
      | --- | --- | --: | --: | --: | --: | --: | --: | --: | --: |
      """;

  private final StringBuilder rows = new StringBuilder(HEAD);
  private final List<String> remarks = new ArrayList<>();
  private boolean fatal;

  /**
   * Adds the row of a board.
   *
   * @param late how many drivers were bound late; absent if the truth is a recorded one
   * @param judgement absent if nothing was predicted
   */
  public void add(
      String title, Truth truth, Optional<Integer> late, Optional<Judgement> judgement) {
    List<String> cells =
        List.of(
            title,
            truth.modules().isEmpty() ? "none" : Integer.toString(truth.modules().size()),
            Integer.toString(truth.drivers().size()),
            Integer.toString(truth.devices().size()),
            Integer.toString(truth.bound().size()),
            late.map(count -> Integer.toString(count)).orElse(""),
            Integer.toString(truth.deferred().size()),
            judgement.map(Judgement::recall).map(BoardTable::percent).orElse(""),
            judgement.map(Judgement::precision).map(BoardTable::percent).orElse(""),
            judgement.map(Judgement::fatal).map(set -> Integer.toString(set.size())).orElse(""));
    rows.append("| ").append(String.join(" | ", cells)).append(" |\n");
    judgement.ifPresent(judged -> remarks(title, judged));
  }

  private void remarks(String title, Judgement judgement) {
    fatal |= !judgement.fatal().isEmpty();
    remark(title, "missed", judgement.missed());
    remark(title, "wrong", judgement.wrong());
  }

  private void remark(String title, String kind, Map<String, String> drivers) {
    drivers.forEach(
        (driver, why) -> remarks.add("%s: %s %s: %s".formatted(title, kind, driver, why)));
  }

  /** Adds lines below the table. */
  public void note(String title, String what, Collection<String> lines) {
    lines.forEach(line -> remarks.add("%s: %s: %s".formatted(title, what, line)));
  }

  private static String percent(double value) {
    return String.format(Locale.ROOT, "%.1f %%", value);
  }

  /** Whether a driver that was bound had been called dead. */
  public boolean isFatal() {
    return fatal;
  }

  public String markdown() {
    return rows + "\n" + String.join("\n", remarks) + "\n";
  }
}
