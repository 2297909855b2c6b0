package dev.unprobed.app.reclaim;

import dev.unprobed.app.reclaim.Plan.OnBoard;
import dev.unprobed.reclaim.admit.Candidate;
import dev.unprobed.reclaim.admit.Feed;
import dev.unprobed.reclaim.admit.Region;
import dev.unprobed.reclaim.admit.Verdict;
import dev.unprobed.reclaim.leave.Departure;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A plan for programs: the format {@code unprobed-reclaim-plan-1}. */
final class PlanJson {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private PlanJson() {}

  static String of(Plan plan) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("format", "unprobed-reclaim-plan-1");
    map.put("kernel", plan.kernel().path());
    map.put("release", plan.kernel().release());
    map.put("pageSize", plan.pageSize());
    map.put("units", plan.verdicts().stream().map(PlanJson::unit).toList());
    map.put("boards", plan.boards().stream().map(b -> board(plan, b)).toList());
    return MAPPER.writeValueAsString(map);
  }

  private static Map<String, Object> unit(Verdict verdict) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("unit", verdict.unit().path());
    switch (verdict) {
      case Verdict.Refused r -> {
        map.put("verdict", PlanTable.lower(r.reason()));
        map.put("bytes", r.bytes());
        map.put("proof", r.proof());
      }
      case Verdict.Admitted(Candidate c) -> candidate(c, map);
    }
    return map;
  }

  private static void candidate(Candidate candidate, Map<String, Object> map) {
    map.put("verdict", "admitted");
    map.put("bytes", Plan.size(candidate));
    for (Region region : Region.values()) {
      map.put(region.lowerCaseName(), candidate.size(region));
    }
    map.put("inits", candidate.inits().stream().map(i -> i.function()).toList());
    map.put("exits", candidate.exits());
    map.put("users", new TreeSet<>(candidate.users()));
    map.put("feeds", candidate.feeds().stream().map(PlanJson::feed).toList());
    map.put("declares", candidate.declares());
  }

  private static Map<String, Object> feed(Feed feed) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("maker", feed.maker());
    map.put("whileBound", feed.whileBound());
    return map;
  }

  private static Map<String, Object> board(Plan plan, OnBoard board) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("board", board.departures().board());
    map.put("passes", board.departures().passes());
    map.put("isLaidOut", plan.built().isPresent());
    map.put("certainBytes", plan.given(board.departures(), false));
    map.put("bytesIfNoMoreIsThere", plan.given(board.departures(), true));
    map.put("units", board.departures().units().stream().map(PlanJson::departure).toList());
    plan.itemised(board).ifPresent(items -> map.put("ledger", ItemisedText.list(items)));
    return map;
  }

  private static Map<String, Object> departure(Departure unit) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("unit", unit.unit());
    map.put("outcome", PlanTable.lower(unit.outcome()));
    map.put("cause", unit.cause().word());
    map.put("detail", unit.detail());
    map.put("pass", unit.pass());
    return map;
  }
}
