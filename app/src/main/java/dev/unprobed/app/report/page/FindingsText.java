package dev.unprobed.app.report.page;

import dev.unprobed.app.text.Lines;
import java.util.Map;

/** The four answers on one screen. */
public final class FindingsText {
  private static final int WIDTH = 80;
  private static final String INDENT = " ".repeat(11);
  private static final int KIB = 1024;

  private final Map<String, Object> numbers;
  private final Lines text = new Lines(WIDTH);

  private FindingsText(Findings findings) {
    numbers = new Summary(findings).numbers();
    text.words("", "  ", findings.platforms().kernel() + ", " + findings.platforms().source());
    findings
        .boards()
        .ifPresent(boards ->
            text.words(
                "", "  ", "Linux " + boards.kernel().release() + ", " + boards.kernel().path()));
    findings.platforms().notes().forEach(note -> text.words("", "  ", note));
    text.empty();
  }

  /** At most two dozen lines of 80 columns. */
  public static String of(Findings findings) {
    return new FindingsText(findings).lines();
  }

  private String lines() {
    answer(
        "Essential",
        has("rules") && number("rules") > 0
            ? "%,d rules over all configurations: %,d hold, %,d are broken, %,d undecided"
                .formatted(
                    number("rules"),
                    number("rulesHold"),
                    number("rulesBroken"),
                    number("rulesUndecided"))
            : "no rules were given (--rules FILE)");
    answer("Needed", needed());
    answer("Ended", ended());
    answer("Freed", freed());
    return text.toString();
  }

  private String needed() {
    if (!has("boards")) {
      return "no kernel that was built was given (--kernel PATH)";
    }
    String bytes =
        has("deadBytesMedian")
            ? "; %,d KiB dead weight on a median board".formatted(number("deadBytesMedian") / KIB)
            : "; bytes by driver need a build tree (--kernel BUILD)";
    return ("%,d boards, %,d built-in drivers: a median board binds %,d, may bind %,d, and carries"
                + " %,d for nothing; %,d are dead weight on every board")
            .formatted(
                number("boards"),
                number("builtInDrivers"),
                number("boundMedian"),
                number("unknownMedian"),
                number("deadMedian"),
                number("deadEverywhere"))
        + bytes;
  }

  private String ended() {
    return has("boards")
        ? "on %,d of %,d boards some device waits for a supplier that no built-in driver serves"
            .formatted(number("boardsWaiting"), number("boards"))
        : "no boards were looked at";
  }

  private String freed() {
    return has("givenBackMedian")
        ? "a median board can give back %,d to %,d KiB of built-in drivers, in whole pages"
            .formatted(number("givenBackMedian") / KIB, number("mayGiveBackMedian") / KIB)
        : "what can be given back is told of a build tree (--kernel BUILD)";
  }

  private void answer(String word, String sentence) {
    text.words("%-11s".formatted(word), INDENT, sentence);
  }

  private boolean has(String name) {
    return numbers.containsKey(name);
  }

  private long number(String name) {
    return ((Number) numbers.getOrDefault(name, 0)).longValue();
  }
}
