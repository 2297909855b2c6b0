package dev.unprobed.app.reclaim;

import dev.unprobed.app.reclaim.Plan.OnBoard;
import dev.unprobed.reclaim.admit.Candidate;
import dev.unprobed.reclaim.admit.Region;
import dev.unprobed.reclaim.admit.Verdict;
import dev.unprobed.reclaim.leave.Departure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A plan unit by unit. */
final class PlanTable {
  private PlanTable() {}

  /** A line for each unit, with tabs: verdict, bytes, unit, then the proof or what boards say. */
  static String list(Plan plan) {
    StringBuilder text = new StringBuilder();
    List<Map<String, Departure>> boards = boards(plan);
    for (Verdict verdict : plan.verdicts()) {
      String path = verdict.unit().path();
      text.append(
          switch (verdict) {
            case Verdict.Admitted(Candidate c) ->
                row("admitted", Plan.size(c), path, onBoards(boards, path));
            case Verdict.Refused r -> row(lower(r.reason()), r.bytes(), path, r.proof());
          });
    }
    return text.toString();
  }

  private static String row(String verdict, long bytes, String path, String more) {
    return verdict + "\t" + bytes + "\t" + path + "\t" + more + "\n";
  }

  private static String onBoards(List<Map<String, Departure>> boards, String path) {
    return boards.stream().map(units -> fate(units.get(path))).collect(Collectors.joining("; "));
  }

  private static String fate(@Nullable Departure unit) {
    if (unit == null) {
      return "";
    }
    String detail = unit.detail().isEmpty() ? "" : ": " + unit.detail();
    return switch (unit.outcome()) {
      case LEAVES -> "leaves in pass " + unit.pass();
      case MAY_LEAVE -> "may leave, " + unit.cause().word() + detail;
      case STAYS -> "stays, " + unit.cause().word() + detail;
    };
  }

  private static List<Map<String, Departure>> boards(Plan plan) {
    List<Map<String, Departure>> boards = new ArrayList<>();
    for (OnBoard board : plan.boards()) {
      Map<String, Departure> units = new HashMap<>();
      board.departures().units().forEach(u -> units.put(u.unit(), u));
      boards.add(units);
    }
    return boards;
  }

  /** With a column for each board. */
  static String csv(Plan plan) {
    StringBuilder text =
        new StringBuilder("unit,verdict,bytes,text,rodata,data,bss,inits,exits,proof");
    plan.boards().forEach(b -> text.append(',').append(quoted(b.departures().board())));
    text.append('\n');
    List<Map<String, Departure>> boards = boards(plan);
    for (Verdict verdict : plan.verdicts()) {
      String path = verdict.unit().path();
      text.append(quoted(path)).append(',').append(numbers(verdict));
      for (Map<String, Departure> units : boards) {
        Departure unit = units.get(path);
        text.append(',').append(unit == null ? "stays" : lower(unit.outcome()));
      }
      text.append('\n');
    }
    return text.toString();
  }

  private static String numbers(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Refused r -> lower(r.reason()) + "," + r.bytes() + ",,,,,,," + quoted(r.proof());
      case Verdict.Admitted(Candidate c) -> {
        StringBuilder text = new StringBuilder("admitted," + Plan.size(c));
        for (Region region : Region.values()) {
          text.append(',').append(c.size(region));
        }
        yield text.append("," + c.inits().size() + "," + c.exits() + ",").toString();
      }
    };
  }

  private static String quoted(String text) {
    return "\"" + text.replace("\"", "\"\"") + "\"";
  }

  static String lower(Enum<?> word) {
    return word.name().toLowerCase(Locale.ROOT);
  }
}
