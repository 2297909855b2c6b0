package dev.unprobed.app.board;

import dev.unprobed.app.fromdtb.Remedy;
import dev.unprobed.app.text.Lines;
import dev.unprobed.board.BoardAnalysis;
import dev.unprobed.board.DeviceReport;
import dev.unprobed.board.DriverReport;
import dev.unprobed.board.ModulePolicy;
import dev.unprobed.board.NodeReport;
import dev.unprobed.board.NodeReport.State;
import dev.unprobed.board.Verdict;
import dev.unprobed.board.ledger.BoardLedger;
import dev.unprobed.board.ledger.Burden;
import dev.unprobed.board.ledger.Need;
import dev.unprobed.kernel.unit.Kernel;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** One board for people. */
public final class BoardText {
  private static final int WIDTH = 80;
  private static final int LABEL = 34;
  private static final int HEAVIEST = 10;

  private final Kernel kernel;
  private final BoardAnalysis analysis;
  private final Optional<BoardLedger> bytes;
  private final Map<String, Remedy> remedies;
  private final Lines text = new Lines(WIDTH);

  private BoardText(Kernel kernel, JudgedBoard board) {
    this.kernel = kernel;
    this.analysis = board.analysis();
    this.bytes = board.bytes();
    this.remedies = board.remedies();
  }

  /** What is needed, what is missing, what may come, and how much is dead weight. */
  public static String of(Kernel kernel, JudgedBoard board) {
    return new BoardText(kernel, board).text();
  }

  private String text() {
    heading();
    drivers("Bound: these drivers take a device", Verdict.BOUND);
    drivers("Deferred for ever: a device fits, but a supplier never comes", Verdict.DEFERRED);
    waiting("Devices that wait for ever (devices_deferred)", DeviceReport.State.DEFERRED);
    waiting(
        "Devices that may wait: unless the driver can do without, or a supplier comes after all",
        DeviceReport.State.WAITING);
    missing();
    possible();
    dead();
    return text.toString();
  }

  private void heading() {
    String model = analysis.board().model();
    text.words(
        "",
        "  ",
        analysis.board().name()
            + (model.isEmpty() ? "" : " (" + model + ")")
            + " on Linux "
            + kernel.release()
            + (analysis.policy() == ModulePolicy.NONE
                ? ", no module loaded"
                : ", all modules that match loaded"));
    text.empty();
    text.words(
        "  ",
        "    ",
        "%d drivers: %d bound, %d deferred for ever, %d unknown, %d dead weight"
            .formatted(
                analysis.drivers().size(),
                count(Verdict.BOUND),
                count(Verdict.DEFERRED),
                count(Verdict.POSSIBLE),
                count(Verdict.DEAD)));
    text.words(
        "  ",
        "    ",
        "%d nodes with a compatible: %s"
            .formatted(
                analysis.nodes().size(),
                states().entrySet().stream()
                    .map(state -> state.getValue() + " " + words(state.getKey()))
                    .collect(Collectors.joining(", "))));
    bytes.ifPresent(this::bytes);
  }

  /** What stays in memory once the kernel has booted. */
  private void bytes(BoardLedger ledger) {
    Map<Need, Burden> totals = ledger.totals();
    text.words(
        "  ",
        "    ",
        "%,d bytes of the image stay in memory: %,d of units that are needed, %,d of units that may"
                .formatted(
                    totals.values().stream().mapToLong(Burden::resident).sum(),
                    resident(totals, Need.NEEDED),
                    resident(totals, Need.POSSIBLE))
            + " be, %,d dead weight, %,d of what is no driver"
                .formatted(resident(totals, Need.DEAD), resident(totals, Need.NOT_JUDGED)));
  }

  private static long resident(Map<Need, Burden> totals, Need need) {
    return totals.getOrDefault(need, Burden.NONE).resident();
  }

  private int count(Verdict verdict) {
    return analysis.drivers(verdict).size();
  }

  private Map<State, Long> states() {
    return analysis.nodes().stream()
        .collect(Collectors.groupingBy(NodeReport::state, TreeMap::new, Collectors.counting()));
  }

  private static String words(State state) {
    return switch (state) {
      case BOUND -> "served";
      case POSSIBLE -> "perhaps";
      case DEFERRED -> "waiting";
      case DECLARED -> "served early";
      case MODULE -> "by a module";
      case UNREACHED -> "out of reach";
      case MISSING -> "without a driver";
      case NO_DRIVER_NEEDED -> "needing none";
    };
  }

  private void drivers(String heading, Verdict verdict) {
    List<DriverReport> drivers = analysis.drivers(verdict);
    if (!drivers.isEmpty()) {
      text.empty();
      text.line(heading);
      drivers.forEach(this::driver);
    }
  }

  private void driver(DriverReport driver) {
    String label = ("  %-" + LABEL + "s ").formatted(driver.label());
    String indent = " ".repeat(LABEL + 3);
    text.list(label, indent, driver.devices());
    if (!driver.reason().isEmpty()) {
      text.words(indent, indent, driver.reason());
    }
  }

  private void waiting(String heading, DeviceReport.State state) {
    List<DeviceReport> devices = analysis.devices(state);
    if (!devices.isEmpty()) {
      text.empty();
      text.line(heading);
      devices.forEach(device ->
          text.words(
              ("  %-" + LABEL + "s ").formatted(device.name()),
              " ".repeat(LABEL + 3),
              device.reason()));
    }
  }

  private void missing() {
    nodes(
        "Missing: modules that would serve a node, and are not loaded",
        State.MODULE,
        node -> node.detail() + ": " + String.join(", ", new TreeSet<>(node.drivers())));
    nodes(
        "Missing: nodes for which this kernel has no driver at all",
        State.MISSING,
        node -> String.join(", ", node.compatible()));
  }

  /** Nodes of one state by what they have in common. */
  private void nodes(String heading, State state, Function<NodeReport, String> common) {
    Map<String, List<String>> paths =
        analysis.nodes().stream()
            .filter(node -> node.state() == state)
            .collect(
                Collectors.groupingBy(
                    common,
                    TreeMap::new,
                    Collectors.mapping(NodeReport::path, Collectors.toList())));
    if (!paths.isEmpty()) {
      text.empty();
      text.line(heading);
      paths.forEach((what, list) -> {
        text.words("  ", "    ", what);
        text.list("      ", "      ", list);
        remedies(list);
      });
    }
  }

  /** What would serve nodes that are alike. */
  private void remedies(List<String> paths) {
    paths.stream()
        .flatMap(path -> Optional.ofNullable(remedies.get(path)).stream())
        .flatMap(remedy -> remedy.text().stream())
        .distinct()
        .forEach(sentence -> text.words("      > ", "        ", sentence));
  }

  /** Whether a driver would have something to do there, and none is loaded. */
  public static boolean lacks(NodeReport node) {
    return node.state() == State.MODULE || node.state() == State.MISSING;
  }

  private void possible() {
    Map<String, List<String>> reasons =
        analysis.drivers(Verdict.POSSIBLE).stream()
            .collect(
                Collectors.groupingBy(
                    DriverReport::reason,
                    TreeMap::new,
                    Collectors.mapping(DriverReport::label, Collectors.toList())));
    if (!reasons.isEmpty()) {
      text.empty();
      text.line("Unknown: whether these bind cannot be told from files");
      reasons.forEach((reason, labels) -> {
        text.words("  ", "  ", reason.isEmpty() ? "no reason is known" : reason);
        text.list("    ", "    ", new TreeSet<>(labels));
      });
    }
  }

  private void dead() {
    int dead = count(Verdict.DEAD);
    text.empty();
    text.words(
        "",
        "",
        dead == 0
            ? "No driver is dead weight on this board."
            : "Dead weight: "
                + dead
                + " drivers can never bind on this board; --list dead names them.");
    bytes.ifPresent(this::heaviest);
  }

  private void heaviest(BoardLedger ledger) {
    ledger.dead().stream()
        .sorted(Comparator.comparingLong(unit -> -unit.burden().resident()))
        .limit(HEAVIEST)
        .forEach(unit -> text.line("  %,10d  %s".formatted(unit.burden().resident(), unit.unit())));
  }
}
