package dev.unprobed.app.report.page;

import dev.unprobed.app.report.Report;
import dev.unprobed.board.NodeReport;
import dev.unprobed.board.boot.Phase;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** What the page shows, in columns; only the page of the same version reads it. */
final class PageData {
  private PageData() {}

  /**
   * One line of JSON.
   *
   * @param live whether the page can ask a server, and of what; absent in a file
   */
  static String of(Findings findings, Optional<Live> live) {
    Strings strings = new Strings();
    Map<String, Object> map = new LinkedHashMap<>();
    Report platforms = findings.platforms();
    map.put("kernel", platforms.kernel());
    map.put("source", platforms.source());
    map.put("tree", platforms.tree());
    map.put("notes", platforms.notes());
    map.put("caveat", Report.CAVEAT);
    map.put("made", findings.made());
    map.put("rules", findings.rules().stream().map(RuleObjects::of).toList());
    map.put("platforms", platforms.sections().stream().map(PlatformObjects::of).toList());
    findings.boards().ifPresent(boards -> boards(map, boards, strings));
    live.ifPresent(it -> map.put("live", it));
    map.put("strings", strings.all());
    return JsonMapper.builder().build().writeValueAsString(map);
  }

  private static void boards(Map<String, Object> map, BoardFindings boards, Strings strings) {
    Map<String, Object> image = new LinkedHashMap<>();
    image.put("path", boards.kernel().path());
    image.put("release", boards.kernel().release());
    image.put("arch", boards.kernel().architecture().kernelName());
    image.put("remarks", boards.kernel().remarks());
    map.put("image", image);
    map.put("phases", BoardColumns.PHASES.stream().map(Phase::label).toList());
    map.put("nodeStates", names(NodeReport.State.values()));
    map.put("boards", new BoardColumns(strings).of(boards.judged()));
    boards.ledger().ifPresent(ledger -> map.put("units", UnitColumns.of(boards, ledger)));
  }

  private static List<String> names(Enum<?>[] values) {
    return Arrays.stream(values)
        .map(value -> value.name().toLowerCase(Locale.ROOT).replace('_', '-'))
        .toList();
  }
}
