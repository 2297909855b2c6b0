package dev.unprobed.app.fromdtb;

import dev.unprobed.app.merge.MergeReport;
import dev.unprobed.app.merge.MergeText;
import dev.unprobed.app.text.Lines;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Tells people what boards need. */
public final class BoardConfigText {
  private static final int WIDTH = 80;
  private static final int MOST_REASONS = 2;

  private BoardConfigText() {}

  /** The fragment, with a comment on each line. */
  public static String fragment(BoardConfig config, String prefix) {
    StringBuilder text = new StringBuilder();
    text.append("# For ").append(String.join(", ", config.boards())).append('\n');
    config
        .lines()
        .forEach((symbol, value) -> {
          text.append("# ").append(reason(config.reasons().getOrDefault(symbol, List.of())));
          text.append('\n').append(line(prefix, symbol, value)).append('\n');
        });
    return text.toString();
  }

  private static String reason(List<String> units) {
    if (units.isEmpty()) {
      return "needed by others";
    }
    String some = units.stream().limit(MOST_REASONS).collect(Collectors.joining(", "));
    int more = units.size() - MOST_REASONS;
    return more > 0 ? some + " and " + more + " more" : some;
  }

  static String line(String prefix, String symbol, String value) {
    return value.equals("n")
        ? "# " + prefix + symbol + " is not set"
        : prefix + symbol + "=" + value;
  }

  /** All but the fragment. */
  public static String report(BoardConfig config, String prefix) {
    Lines lines = new Lines(WIDTH);
    section(lines, config, Outcome.Kind.BROUGHT, "Get a driver:");
    section(lines, config, Outcome.Kind.REFUSED, "Cannot have their driver:");
    section(lines, config, Outcome.Kind.COMPILED, "Offered with COMPILE_TEST only:");
    section(lines, config, Outcome.Kind.NUMBERED, "With a driver that only the hardware tells:");
    section(lines, config, Outcome.Kind.MENTIONED, "Code other than a driver looks for:");
    section(lines, config, Outcome.Kind.NONE, "No driver in the tree speaks of:");
    config.remarks().forEach(remark -> lines.words("", "    ", "not followed: " + remark));
    String losses = losses(config, prefix);
    lines.line(counts(config));
    String conf =
        switch (config.conf()) {
          case CONFIRMED -> "The tree's own conf makes the same of it, byte for byte.";
          case CONTRADICTED -> "The tree's own conf makes something else of it: our own fault.";
          case NOT_ASKED -> "The tree's own conf was not asked: " + config.confRemark();
        };
    lines.words("", "  ", conf);
    return lines + losses;
  }

  private static void section(Lines lines, BoardConfig config, Outcome.Kind kind, String title) {
    Map<String, String> said = new LinkedHashMap<>();
    for (Outcome outcome : config.outcomes()) {
      if (outcome.kind() == kind) {
        said.putIfAbsent(String.join(" ", outcome.need().node().compatible()), said(outcome));
      }
    }
    if (!said.isEmpty()) {
      lines.line(title);
      said.values().forEach(text -> lines.words("  ", "      ", text));
      lines.empty();
    }
  }

  private static String said(Outcome outcome) {
    Need need = outcome.need();
    String by = need.by().isEmpty() ? String.join(" ", need.node().compatible()) : need.by();
    List<Driven> told =
        outcome.kind() == Outcome.Kind.REFUSED && !outcome.missing().isEmpty()
            ? outcome.missing()
            : outcome.drivers();
    String drivers =
        told.stream()
            .map(d -> d.provider().name() + " of " + d.provider().unit().path())
            .distinct()
            .collect(Collectors.joining(", "));
    String units =
        need.providers().stream()
            .map(p -> p.unit().path() + " needs " + p.builtIn())
            .distinct()
            .collect(Collectors.joining("; "));
    String others = String.join(", ", need.mentioned());
    String tail = drivers.isEmpty() ? units.isEmpty() ? others : units : drivers;
    return need.node().path() + " " + by + (tail.isEmpty() ? "" : ": " + tail);
  }

  private static String counts(BoardConfig config) {
    Map<Outcome.Kind, Long> counts =
        config.outcomes().stream()
            .collect(Collectors.groupingBy(Outcome::kind, Collectors.counting()));
    Lines lines = new Lines(WIDTH);
    String boards = config.boards().size() == 1 ? "1 board" : config.boards().size() + " boards";
    lines.line(boards + ", " + config.outcomes().size() + " enabled nodes with a compatible");
    for (Outcome.Kind kind : Outcome.Kind.values()) {
      long count = counts.getOrDefault(kind, 0L);
      if (count > 0) {
        lines.line("%6d %s".formatted(count, kind.text()));
      }
    }
    return lines.toString().stripTrailing();
  }

  private static String losses(BoardConfig config, String prefix) {
    int requested = config.lines().size();
    MergeReport report =
        new MergeReport(
            "the result",
            "olddefconfig",
            requested,
            requested - config.losses().size(),
            List.of(),
            config.losses(),
            List.of(),
            List.of(),
            List.of());
    return new MergeText(WIDTH, prefix).of(report);
  }
}
