package dev.unprobed.app.reclaim;

import dev.unprobed.reclaim.run.CheckResult;
import dev.unprobed.reclaim.run.Evidence;
import dev.unprobed.reclaim.run.UnitState;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What boots showed, for people. */
final class RunText {

  private RunText() {}

  static String of(List<Evidence> all) {
    StringBuilder text = new StringBuilder();
    for (Evidence evidence : all) {
      add(evidence, text);
    }
    return text.toString();
  }

  private static void add(Evidence evidence, StringBuilder text) {
    text.append(evidence.machine()).append('\n');
    evidence
        .summary()
        .ifPresent(summary ->
            line(
                text,
                "%d units left, %d stayed: %d pages (%d KiB) given back in %d us"
                    .formatted(
                        summary.left(),
                        summary.stayed(),
                        summary.pages(),
                        summary.kibibytes(),
                        summary.microseconds())));
    line(text, figures(evidence));
    reasons(evidence.with().units())
        .forEach((state, units) -> line(text, state + ": " + units + " units"));
    evidence.with().checks().forEach(check -> line(text, check(check, evidence)));
    evidence.differences().forEach(difference -> line(text, "NOT SO: " + difference));
    text.append('\n');
  }

  /** All three in a line, and whether they are the same. */
  private static String figures(Evidence evidence) {
    String predicted =
        evidence.predicted().isPresent()
            ? "%,d pages".formatted(evidence.predicted().getAsLong())
            : "not";
    String printed = evidence.summary().map(s -> "%,d pages".formatted(s.pages())).orElse("not");
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
    return "predicted %s, printed %s, MemTotal grew by %s%s"
        .formatted(predicted, printed, grew, exact ? ": the same, to the page" : "");
  }

  private static Map<String, Integer> reasons(List<UnitState> units) {
    Map<String, Integer> counts = new TreeMap<>();
    units.forEach(
        unit -> counts.merge((unit.state() + " " + unit.reason()).strip(), 1, Integer::sum));
    return counts;
  }

  private static String check(CheckResult check, Evidence evidence) {
    String usual = evidence.usual().contains(check.name()) ? " (with no unit gone too)" : "";
    String said = check.said().isEmpty() ? "" : ": " + check.said().getLast();
    return "check %-8s %s%s%s"
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
