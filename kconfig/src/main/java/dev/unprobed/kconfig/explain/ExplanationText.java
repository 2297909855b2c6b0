package dev.unprobed.kconfig.explain;

import dev.unprobed.kconfig.dotconfig.ConfigText;
import dev.unprobed.kconfig.source.ByteText;
import dev.unprobed.kconfig.tree.Symbol;
import java.util.List;
import java.util.SequencedMap;

/**
 * Answers for people: readable text, each line with a newline at its end.
 *
 * @param width the number of columns, such as 80
 */
public record ExplanationText(int width) {
  /** Value, prompt, places, cause, and the lines that it depends on. */
  public String of(Explanation explanation) {
    Page page = new Page(width);
    new WhyText(page, explanation).add();
    return page.toString();
  }

  /** What became of a wish, and why. */
  public String of(Outcome outcome) {
    Page page = new Page(width);
    String assignment = Values.name(outcome.symbol()) + "=" + outcome.wanted();
    page.line(
        0,
        switch (outcome.verdict()) {
          case ACCEPTED ->
              outcome.before().equals(outcome.wanted())
                  ? assignment + " holds."
                  : assignment + " can be set. It is " + before(outcome) + " now.";
          case CLAMPED -> assignment + " cannot be: it becomes " + after(outcome) + ".";
          case DROPPED -> assignment + " cannot be: it stays " + after(outcome) + ".";
        });
    if (!outcome.obstacles().isEmpty()) {
      page.blank();
      obstacles(page, 2, outcome.symbol(), outcome.obstacles());
    }
    return page.toString();
  }

  /** What becomes of each of several wishes, a line each. */
  public String of(List<Outcome> outcomes) {
    Page page = new Page(width);
    page.line(0, "Asked for:");
    for (Outcome outcome : outcomes) {
      page.line(2, outcome.wanted() + "  " + became(outcome));
    }
    return page.toString();
  }

  private static String became(Outcome outcome) {
    return switch (outcome.verdict()) {
      case ACCEPTED -> outcome.before().equals(outcome.wanted()) ? "it is" : "can be set";
      case CLAMPED -> "becomes " + after(outcome) + ": " + reason(outcome);
      case DROPPED -> "stays " + after(outcome) + ": " + reason(outcome);
    };
  }

  private static String reason(Outcome outcome) {
    return Brief.of(outcome.obstacles().getFirst());
  }

  /** What stops a symbol, indented to stand below a line of one's own. */
  public String of(Symbol symbol, List<Obstacle> obstacles, int indent) {
    Page page = new Page(width);
    obstacles(page, indent, symbol, obstacles);
    return page.toString();
  }

  /** The cause in a few words, for a table: {@code selected by ARCH_EXYNOS [=y]}. */
  public static String brief(Cause cause) {
    return ByteText.readable(Brief.of(cause));
  }

  /** The first obstacle in a few words, for a table: {@code needs COMPILE_TEST [=n]}. */
  public static String brief(List<Obstacle> obstacles) {
    return obstacles.isEmpty() ? "" : ByteText.readable(Brief.of(obstacles.getFirst()));
  }

  /** What to set, as lines of a configuration. */
  public String of(SequencedMap<Symbol, String> recipe, String prefix) {
    Page page = new Page(width);
    page.line(0, "This would do, tried out:");
    page.blank();
    recipe.forEach((symbol, value) -> page.line(2, assignment(prefix, symbol, value)));
    return page.toString();
  }

  /** The line of a configuration that gives a symbol a value, a byte string. */
  public static String assignment(String prefix, Symbol symbol, String value) {
    return symbol.type().logical() && value.equals("n")
        ? "# " + prefix + symbol.displayName() + " is not set"
        : prefix + symbol.displayName() + "=" + ConfigText.written(symbol, value);
  }

  private static String before(Outcome outcome) {
    return Values.shown(outcome.symbol(), outcome.before());
  }

  private static String after(Outcome outcome) {
    return Values.shown(outcome.symbol(), outcome.after());
  }

  private static void obstacles(Page page, int indent, Symbol symbol, List<Obstacle> obstacles) {
    ObstacleText text = new ObstacleText(page);
    obstacles.forEach(obstacle -> text.add(indent, symbol, obstacle));
  }
}
