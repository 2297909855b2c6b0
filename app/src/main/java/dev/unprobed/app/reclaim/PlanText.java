package dev.unprobed.app.reclaim;

import dev.unprobed.app.reclaim.Plan.Amount;
import dev.unprobed.app.reclaim.Plan.OnBoard;
import dev.unprobed.reclaim.admit.Reason;
import dev.unprobed.reclaim.admit.Region;
import dev.unprobed.reclaim.leave.Departures;
import dev.unprobed.reclaim.leave.Outcome;
import java.util.Locale;

/** A plan for people: one screen. */
final class PlanText {
  private static final String ROW = "  %-38s %7s %14s%n";

  private PlanText() {}

  static String of(Plan plan) {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "%s %s: %,d built-in units%n%n",
            plan.kernel().release(),
            plan.kernel().path(),
            plan.verdicts().size()));
    admission(plan, text);
    for (OnBoard board : plan.boards()) {
      board(plan, board, text);
    }
    return text.toString();
  }

  private static void admission(Plan plan, StringBuilder text) {
    text.append(String.format(Locale.ROOT, ROW, "", "units", "bytes"));
    row(text, "may leave", plan.admitted());
    for (Region region : Region.values()) {
      text.append(
          String.format(
              Locale.ROOT,
              ROW,
              "  " + region.lowerCaseName(),
              "",
              "%,d".formatted(plan.size(region))));
    }
    plan.refused().forEach(e -> row(text, "stay: " + words(e.getKey()), e.getValue()));
  }

  private static void board(Plan plan, OnBoard board, StringBuilder text) {
    Departures departures = board.departures();
    text.append(
        String.format(
            Locale.ROOT, "%n%s, in %d passes%n", departures.board(), departures.passes()));
    for (Outcome outcome : Outcome.values()) {
      row(text, words(outcome), new Amount(departures.count(outcome), departures.bytes(outcome)));
    }
    text.append(String.format(Locale.ROOT, "  %s%n", pages(plan, departures)));
    plan.itemised(board).ifPresent(items -> text.append(ItemisedText.of(items)));
  }

  private static String pages(Plan plan, Departures departures) {
    long least = plan.given(departures, false);
    long most = plan.given(departures, true);
    return String.format(
        Locale.ROOT,
        "in whole pages of %,d bytes, units %s: %,d to %,d KiB, %,d pages if no more is there",
        plan.pageSize(),
        plan.built().isPresent() ? "as linked" : "in link order",
        least >> 10,
        most >> 10,
        most / plan.pageSize());
  }

  private static void row(StringBuilder text, String name, Amount amount) {
    text.append(
        String.format(
            Locale.ROOT,
            ROW,
            name,
            "%,d".formatted(amount.units()),
            "%,d".formatted(amount.bytes())));
  }

  /** In the words of people. */
  static String words(Reason reason) {
    return switch (reason) {
      case NO_DRIVER -> "no driver";
      case ESSENTIAL -> "works without being bound";
      case USED_BY_CORE -> "used by what stays";
      case REACHED_BY_TABLE -> "a table reaches into it";
      case NOT_UNDONE -> "init is not undone";
      case EXIT_WITHOUT_INIT -> "exit undoes too much";
      case WANTED_BY_MODULE -> "a module wants it";
      case UNMOVABLE_SECTION -> "cannot be moved";
    };
  }

  private static String words(Outcome outcome) {
    return switch (outcome) {
      case LEAVES -> "leave";
      case MAY_LEAVE -> "leave if no more devices are there";
      case STAYS -> "stay";
    };
  }
}
