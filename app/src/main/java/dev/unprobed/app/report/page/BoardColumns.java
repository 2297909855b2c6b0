package dev.unprobed.app.report.page;

import dev.unprobed.app.board.JudgedBoard;
import dev.unprobed.board.BoardAnalysis;
import dev.unprobed.board.DeviceReport;
import dev.unprobed.board.DriverReport;
import dev.unprobed.board.NodeReport;
import dev.unprobed.board.Verdict;
import dev.unprobed.board.boot.Phase;
import dev.unprobed.board.boot.Prediction.Bind;
import dev.unprobed.kernel.unit.Driver;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Boards, drivers, and what becomes of each driver on each board. */
final class BoardColumns {
  /** The order in which the page numbers them. */
  static final List<Phase> PHASES = List.of(Phase.values());

  private final Strings strings;
  private final IdentityHashMap<Driver, Integer> drivers = new IdentityHashMap<>();
  private final Numbers verdicts = new Numbers();
  private final Numbers reasons = new Numbers();
  private final Numbers bindCounts = new Numbers();
  private final Numbers phases = new Numbers();
  private final Numbers bindDrivers = new Numbers();
  private final Numbers bindDevices = new Numbers();
  private final Numbers waitCounts = new Numbers();
  private final Numbers waiting = new Numbers();
  private final Numbers lackCounts = new Numbers();
  private final Numbers lacking = new Numbers();
  private final Numbers nodes = new Numbers();

  BoardColumns(Strings strings) {
    this.strings = strings;
  }

  Map<String, Object> of(List<JudgedBoard> boards) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("drivers", drivers(boards.getFirst().analysis().drivers()));
    boards.forEach(board -> add(board.analysis()));
    map.put("name", boards.stream().map(it -> it.analysis().board().name()).toList());
    map.put("model", boards.stream().map(it -> it.analysis().board().model()).toList());
    map.put("verdicts", verdicts.packed());
    map.put("reasons", reasons.packed());
    map.put("nodes", nodes.packed());
    map.put("bindCounts", bindCounts.packed());
    map.put("phases", phases.packed());
    map.put("bindDrivers", bindDrivers.packed());
    map.put("bindDevices", bindDevices.packed());
    map.put("waitCounts", waitCounts.packed());
    map.put("waiting", waiting.packed());
    map.put("lackCounts", lackCounts.packed());
    map.put("lacking", lacking.packed());
    return map;
  }

  private Map<String, Object> drivers(List<DriverReport> reports) {
    List<String> labels = new ArrayList<>();
    Numbers units = new Numbers();
    Numbers symbols = new Numbers();
    Numbers levels = new Numbers();
    for (DriverReport report : reports) {
      drivers.put(report.driver(), labels.size());
      labels.add(report.label());
      String path = report.unit().path();
      units.add(strings.of(path.isEmpty() ? report.unit().name() : path));
      symbols.add(strings.of(report.unit().symbol()));
      levels.add(PHASES.indexOf(Phase.ofLevel(report.driver().level())));
    }
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("label", labels);
    map.put("unit", units.packed());
    map.put("symbol", symbols.packed());
    map.put("level", levels.packed());
    return map;
  }

  private void add(BoardAnalysis board) {
    for (DriverReport driver : board.drivers()) {
      verdicts.add(number(driver.verdict()));
      if (driver.verdict() != Verdict.DEAD) {
        reasons.add(strings.of(driver.reason()));
      }
    }
    for (NodeReport.State state : NodeReport.State.values()) {
      nodes.add((int) board.nodes().stream().filter(node -> node.state() == state).count());
    }
    binds(board.boot());
    waiting(board.devices());
    lacking(board.nodes());
  }

  private static int number(Verdict verdict) {
    return switch (verdict) {
      case BOUND -> 0;
      case DEFERRED -> 1;
      case POSSIBLE -> 2;
      case DEAD -> 3;
    };
  }

  private void binds(List<Bind> binds) {
    int before = phases.size();
    for (Bind bind : binds) {
      Integer driver = drivers.get(bind.driver().driver());
      if (driver != null) {
        phases.add(PHASES.indexOf(bind.phase()));
        bindDrivers.add(driver);
        bindDevices.add(strings.of(bind.device()));
      }
    }
    bindCounts.add(phases.size() - before);
  }

  /** Device, drivers, reason, whether for ever; four numbers each. */
  private void waiting(List<DeviceReport> devices) {
    int count = 0;
    for (DeviceReport device : devices) {
      boolean waits =
          device.state() == DeviceReport.State.WAITING
              || device.state() == DeviceReport.State.DEFERRED;
      if (waits) {
        waiting.add(strings.of(device.name()));
        waiting.add(strings.of(String.join(", ", device.drivers())));
        waiting.add(strings.of(device.reason()));
        waiting.add(device.state() == DeviceReport.State.DEFERRED ? 1 : 0);
        count++;
      }
    }
    waitCounts.add(count);
  }

  /** Compatible, and the drivers that are modules, if there are any; two numbers each. */
  private void lacking(List<NodeReport> reports) {
    int count = 0;
    for (NodeReport node : reports) {
      boolean module = node.state() == NodeReport.State.MODULE;
      if (module || node.state() == NodeReport.State.MISSING) {
        lacking.add(strings.of(node.compatible().getFirst()));
        lacking.add(strings.of(module ? String.join(", ", node.drivers()) : ""));
        count++;
      }
    }
    lackCounts.add(count);
  }
}
