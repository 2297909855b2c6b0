package dev.unprobed.reclaim.leave;

import dev.unprobed.board.BoardAnalysis;
import dev.unprobed.board.DriverReport;
import dev.unprobed.board.Verdict;
import dev.unprobed.kernel.devicetree.DeviceTree;
import dev.unprobed.kernel.devicetree.Node;
import dev.unprobed.kernel.unit.DeviceId;
import dev.unprobed.kernel.unit.Driver;
import dev.unprobed.kernel.unit.Linkage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the drivers of each unit would say when the kernel asks whether they can bind. */
final class Answers {
  private static final Set<String> BY_NODE =
      Set.of("i2c", "spi", "serial", "spmi", "mipi-dsi", "gpio");

  private static final Answer NOTHING = new Answer(Cause.NONE, "", false);

  private final List<Node> live;
  private final Map<String, List<Node>> byCompatible = new HashMap<>();
  private final Map<String, Answer> answers = new HashMap<>();

  /**
   * What one unit says.
   *
   * @param mayBeBound where it says something else than bound: whether it may be that all the same
   * @param onlyHope where it is not known: whether a device could be there only if others bind,
   *     which are its unit's feeds
   */
  record Answer(Cause cause, String detail, boolean mayBeBound, boolean onlyHope) {
    Answer(Cause cause, String detail, boolean mayBeBound) {
      this(cause, detail, mayBeBound, false);
    }
  }

  Answers(BoardAnalysis analysis) {
    DeviceTree tree = analysis.board().tree();
    this.live = tree.nodes().filter(Node::isAvailable).toList();
    for (Node node : live) {
      for (String compatible : node.compatible()) {
        byCompatible.computeIfAbsent(lower(compatible), c -> new ArrayList<>()).add(node);
      }
    }
    for (DriverReport report : analysis.drivers()) {
      if (report.unit().linkage() == Linkage.BUILT_IN) {
        answers.merge(report.unit().path(), answer(report), Answers::stronger);
      }
    }
  }

  Answer of(String unit) {
    return answers.getOrDefault(unit, NOTHING);
  }

  /** A live node with that compatible, as of_device_is_compatible() compares. */
  Optional<Node> node(String compatible) {
    return byCompatible.getOrDefault(lower(compatible), List.of()).stream().findFirst();
  }

  private static String lower(String compatible) {
    return compatible.toLowerCase(Locale.ROOT);
  }

  private static Answer stronger(Answer a, Answer b) {
    return rank(a) <= rank(b) ? a : b;
  }

  private static int rank(Answer answer) {
    return switch (answer.cause()) {
      case BOUND -> 0;
      case MATCHES, NODE -> 1;
      case UNKNOWN -> answer.onlyHope() ? 3 : 2;
      case USER, FEED, NONE -> 4;
    };
  }

  private Answer answer(DriverReport report) {
    String label = report.label();
    if (report.verdict() == Verdict.BOUND) {
      return new Answer(Cause.BOUND, label + " " + first(report.devices()), true);
    }
    if (report.driver().registration() == Driver.Registration.ONCE) {
      return NOTHING; // it is not registered any more, and never looks again
    }
    if (report.verdict() == Verdict.DEFERRED) {
      return new Answer(Cause.MATCHES, label + " " + first(report.devices()), false);
    }
    boolean possible = report.verdict() == Verdict.POSSIBLE;
    Optional<Node> node = match(report.driver());
    if (node.isPresent()) {
      return new Answer(Cause.NODE, label + " " + node.get().path(), possible);
    }
    return possible && !isOnlyByHand(report)
        ? new Answer(
            Cause.UNKNOWN, label + ": " + report.reason(), true, report.devices().isEmpty())
        : NOTHING;
  }

  /** Devices on these buses are nodes, are made by code, or are made by hand. */
  private static boolean isOnlyByHand(DriverReport report) {
    return BY_NODE.contains(report.driver().bus()) && report.devices().isEmpty();
  }

  private static String first(List<String> devices) {
    return devices.isEmpty() ? "" : devices.getFirst();
  }

  private Optional<Node> match(Driver driver) {
    return driver.compatibles().stream().flatMap(id -> match(id).stream()).findFirst();
  }

  /** All three count where the table gives them (__of_device_is_compatible). */
  private Optional<Node> match(DeviceId.Compatible id) {
    List<Node> nodes =
        id.compatible().isEmpty()
            ? live
            : byCompatible.getOrDefault(lower(id.compatible()), List.of());
    return nodes.stream()
        .filter(n -> id.type().isEmpty() || n.strings("device_type").contains(id.type()))
        .filter(n -> id.name().isEmpty() || n.baseName().equals(id.name()))
        .findFirst();
  }
}
