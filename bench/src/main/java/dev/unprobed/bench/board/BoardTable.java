package dev.unprobed.bench.board;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/** What was measured and how good the predictions were, for people. */
public final class BoardTable {

  private static final String HEAD =
      """
      | board | modules | drivers | bound | late | recall | precision | proved dead | dead but bound \
      | devices wait | told | told wrongly | perhaps | perhaps, do not | recall | precision |
      | --- | --: | --: | --: | --: | --: | --: | --: | --: | --: | --: | --: | --: | --: | --: | --: |
      """;

  private final StringBuilder rows = new StringBuilder(HEAD);
  private final List<String> remarks = new ArrayList<>();
  private final List<Judgement> judgements = new ArrayList<>();
  private boolean fatal;

  /**
   * Adds the row of a board.
   *
   * @param late how many drivers were bound late; absent if the truth is a recorded one
   * @param judgement absent if nothing was predicted
   */
  public void add(
      String title, Truth truth, Optional<Integer> late, Optional<Judgement> judgement) {
    Function<Function<Judgement, String>, String> judged = cell -> judgement.map(cell).orElse("");
    List<String> cells =
        List.of(
            title,
            count(truth.modules()),
            count(truth.drivers()),
            count(truth.bound()),
            late.map(number -> Integer.toString(number)).orElse(""),
            judged.apply(judgment -> percent(judgment.recall())),
            judged.apply(judgment -> percent(judgment.precision())),
            judged.apply(judgment -> count(judgment.dead())),
            judged.apply(judgment -> count(judgment.fatal())),
            count(truth.deferred()),
            judged.apply(judgment -> count(judgment.waits().told())),
            judged.apply(judgment -> count(judgment.waits().relieved().keySet())),
            judged.apply(judgment -> count(judgment.waits().foreseen())),
            judged.apply(judgment -> count(judgment.waits().spared().keySet())),
            judged.apply(judgment -> percent(judgment.waits().recall())),
            judged.apply(judgment -> percent(judgment.waits().precision())));
    rows.append("| ").append(String.join(" | ", cells)).append(" |\n");
    judgement.ifPresent(judgment -> remarks(title, judgment));
  }

  private static String count(Collection<String> names) {
    return Integer.toString(names.size());
  }

  private void remarks(String title, Judgement judgement) {
    judgements.add(judgement);
    fatal |= !judgement.fatal().isEmpty();
    remark(title, "missed", judgement.missed());
    remark(title, "wrong", judgement.wrong());
    Waits waits = judgement.waits();
    remark(title, "waits, which was not told:", waits.surprising());
    remark(title, "does not wait, which was told:", waits.relieved());
    remark(title, "does not wait, but may:", waits.spared());
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

  private String totals() {
    if (judgements.size() < 2) {
      return "";
    }
    int hits = sum(judgement -> judgement.hits().size());
    int missed = sum(judgement -> judgement.missed().size());
    int wrong = sum(judgement -> judgement.wrong().size());
    int told = sum(judgement -> judgement.waits().told().size());
    int relieved = sum(judgement -> judgement.waits().relieved().size());
    int foreseen = sum(judgement -> judgement.waits().foreseen().size());
    int surprising = sum(judgement -> judgement.waits().surprising().size());
    return "| all | | | %d | | %s | %s | %d | %d | %d | %d | %d | %d | %d | %s | %s |%n"
        .formatted(
            hits + missed,
            percent(Judgement.percent(hits, hits + missed)),
            percent(Judgement.percent(hits, hits + wrong)),
            sum(judgement -> judgement.dead().size()),
            sum(judgement -> judgement.fatal().size()),
            told + foreseen + surprising,
            told,
            relieved,
            foreseen,
            sum(judgement -> judgement.waits().spared().size()),
            percent(Judgement.percent(told + foreseen, told + foreseen + surprising)),
            percent(Judgement.percent(told, told + relieved)));
  }

  private int sum(ToIntFunction<Judgement> number) {
    return judgements.stream().mapToInt(number).sum();
  }

  /** The table, an empty line, and a line for each difference. */
  public String markdown() {
    return rows + totals() + "\n" + String.join("\n", remarks) + "\n";
  }
}
