package dev.unprobed.app.reclaim;

import dev.unprobed.reclaim.run.CheckResult;
import dev.unprobed.reclaim.run.Evidence;
import dev.unprobed.reclaim.run.UnitState;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What boots showed, for people. */
final class RunText {

  private static final double MICROSECONDS = 1e6;

  /** In the kernel's table, of a unit that nothing keeps. */
  private static final String NOTHING = "-";

  /** What the words of drivers/base/unprobed.c stand for. */
  private static final Map<String, String> MEANINGS =
      Map.ofEntries(
          Map.entry("init", "an initcall of it did not run"),
          Map.entry("half", "one of its initcalls failed, another did not"),
          Map.entry("kept", "unprobed.keep names it"),
          Map.entry("console", "it has a console that is in use"),
          Map.entry("bound", "a device is bound to its driver"),
          Map.entry("matches", "a device matches its driver, and is not bound"),
          Map.entry("node", "a live node of the device tree matches"),
          Map.entry("hand", "somebody could make a device by hand"),
          Map.entry("user", "a unit that stays uses it"),
          Map.entry("feed", "a device for it may still come"),
          Map.entry("driver", "its driver was still there after its exit"),
          Map.entry("module", "a module uses it"),
          Map.entry("touched", "it was used after it had left"));

  private RunText() {}

  /** Of the kernel's word for why a unit stays; that of a newer kernel stands for itself. */
  static String meaning(String word) {
    return MEANINGS.getOrDefault(word, word);
  }

  /**
   * Board by board.
   *
   * @param items what became of un-probed bytes, by the name of the machine
   */
  static String of(List<Evidence> all, Map<String, Itemised> items) {
    StringBuilder text = new StringBuilder();
    for (Evidence evidence : all) {
      add(evidence, Optional.ofNullable(items.get(evidence.machine())), text);
    }
    return text.toString();
  }

  private static void add(Evidence evidence, Optional<Itemised> items, StringBuilder text) {
    text.append(evidence.machine()).append('\n');
    evidence
        .summary()
        .ifPresent(summary ->
            line(
                text,
                "%d units left, %d stayed: %d pages (%d KiB) given back in %.2f s"
                    .formatted(
                        summary.left(),
                        summary.stayed(),
                        summary.pages(),
                        summary.kibibytes(),
                        summary.microseconds() / MICROSECONDS)));
    line(text, figures(evidence));
    reasons(evidence.with().units())
        .forEach((state, units) -> line(text, "%4d ".formatted(units) + state));
    items.ifPresent(found -> text.append(ItemisedText.of(found)));
    evidence.with().checks().forEach(check -> line(text, check(check, evidence)));
    evidence.differences().forEach(difference -> line(text, "NOT SO: " + difference));
    text.append('\n');
  }

  /** All three in a line, and whether they are the same. */
  private static String figures(Evidence evidence) {
    String predicted =
        evidence.predicted().isPresent()
            ? "predicted %,d pages".formatted(evidence.predicted().getAsLong())
            : "nothing was predicted";
    String printed =
        evidence
            .summary()
            .map(s -> "the kernel printed %,d pages".formatted(s.pages()))
            .orElse("the kernel printed nothing");
    String grew =
        evidence.growth().isPresent()
            ? "%,d KiB".formatted(evidence.growth().getAsLong())
            : "not known";
    boolean exact =
        evidence.predicted().isPresent()
            && evidence.growth().isPresent()
            && evidence.summary().isPresent()
            && evidence.predicted().getAsLong() == evidence.summary().get().pages()
            && evidence.growth().getAsLong() == evidence.summary().get().kibibytes();
    return "%s, %s, MemTotal grew by %s%s"
        .formatted(predicted, printed, grew, exact ? ": the same, to the page" : "");
  }

  private static Map<String, Integer> reasons(List<UnitState> units) {
    Map<String, Integer> counts = new TreeMap<>();
    units.forEach(unit -> counts.merge(state(unit), 1, Integer::sum));
    return counts;
  }

  /** The kernel's two words, and what they mean; those of a newer kernel stand alone. */
  private static String state(UnitState unit) {
    if (unit.reason().isEmpty() || unit.reason().equals(NOTHING)) {
      return unit.state();
    }
    String meaning = MEANINGS.get(unit.reason());
    String words = unit.state() + ", " + unit.reason();
    return meaning == null ? words : words + ": " + meaning;
  }

  private static String check(CheckResult check, Evidence evidence) {
    String usual =
        evidence.usual().contains(check.name())
            ? " (the same with unprobed=off: it is not for what left)"
            : "";
    String said = check.said().isEmpty() ? "" : ": " + check.said().getLast();
    return "check %-9s %s%s%s"
        .formatted(
            check.name(),
            check.troubles().isEmpty()
                ? check.outcome().name().toLowerCase(Locale.ROOT)
                : "failed: " + check.troubles().getFirst(),
            said,
            usual);
  }

  private static void line(StringBuilder text, String line) {
    text.append("  ").append(line).append('\n');
  }
}
