package dev.unprobed.app.board;

import dev.unprobed.app.text.Lines;
import dev.unprobed.board.DriverReport;
import dev.unprobed.board.ProbingEnd;
import dev.unprobed.board.ProbingEnd.Cause;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** When probing has ended, for people and for programs. */
final class BootEnd {
  private final ProbingEnd end;
  private final Lines text;

  private BootEnd(ProbingEnd end, Lines text) {
    this.end = end;
    this.text = text;
  }

  static void write(ProbingEnd end, Lines text) {
    var paragraphs = new BootEnd(end, text);
    text.empty();
    text.line("The end of probing");
    paragraphs.last();
    paragraphs.clock();
    paragraphs.modules();
    for (Cause cause : Cause.values()) {
      paragraphs.later(cause);
    }
    paragraphs.overlays();
    paragraphs.never();
  }

  private void paragraph(String words) {
    text.words("  ", "  ", words);
  }

  private void last() {
    end.last()
        .ifPresent(last ->
            paragraph(
                "The last driver that is certain to bind is %s (%s), in phase %s."
                    .formatted(last.driver().label(), last.device(), last.phase().label())));
  }

  private void clock() {
    String done =
        end.timeout() == 0
            ? "with its late initcalls: without modules it waits for no supplier that has no driver"
                + " then."
            : end.timeout()
                + " seconds after the last driver has registered (deferred_probe_timeout= changes"
                + " that): then it waits no longer for a supplier without a driver.";
    paragraph(
        "By itself the kernel is done "
            + done
            + " From then on a device gets a driver only through what is told below.");
  }

  private void modules() {
    if (!end.modules().isEmpty()) {
      paragraph(
          "Somebody loads a module: these match a node here, and what waits is tried again then:");
      text.list("    ", "    ", end.modules().keySet());
    }
  }

  private static String heading(Cause cause) {
    return switch (cause) {
      case FOUND ->
          "Somebody plugs something in, or it is there already and answers when its bus looks:";
      case BY_HAND -> "Somebody names a device by hand, to new_device of an adapter:";
      case UNTOLD ->
          "Settled when the kernel is done, but how is not in files: hardware that has to answer,"
              + " conditions in code, suppliers that may come:";
    };
  }

  private void later(Cause cause) {
    List<DriverReport> drivers = end.later().getOrDefault(cause, List.of());
    if (!drivers.isEmpty()) {
      paragraph(heading(cause));
      Map<String, List<String>> reasons =
          drivers.stream()
              .collect(
                  Collectors.groupingBy(
                      DriverReport::reason,
                      TreeMap::new,
                      Collectors.mapping(DriverReport::label, Collectors.toList())));
      reasons.forEach((reason, labels) -> {
        text.words("    ", "    ", reason.isEmpty() ? "no reason is known" : reason);
        text.list("      ", "      ", new TreeSet<>(labels));
      });
    }
  }

  private void overlays() {
    if (end.overlays()) {
      paragraph(
          "This kernel takes overlays of the device tree while it runs. What they bring is told"
              + " only of those that are given with --overlay.");
    }
  }

  /** A driver that can never bind does not bind late either, whatever is deferred. */
  private void never() {
    if (end.never() > 0) {
      paragraph(
          "Nobody can bring a device for %d drivers: for them probing has ended before it began."
              .formatted(end.never()));
    }
    if (end.later().isEmpty()) {
      paragraph("No other driver that is there can come to bind later.");
    }
  }

  /** The same for programs, without what {@link BootJson} tells anyway. */
  static Map<String, Object> json(ProbingEnd end) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("lastDriver", end.last().map(last -> last.driver().label()).orElse(""));
    map.put("lastPhase", end.last().map(last -> last.phase().label()).orElse(""));
    map.put("deferredProbeTimeout", end.timeout());
    map.put("modules", end.modules());
    map.put("overlays", end.overlays());
    Map<String, Object> later = new LinkedHashMap<>();
    for (Cause cause : Cause.values()) {
      later.put(
          word(cause),
          end.later().getOrDefault(cause, List.of()).stream().map(DriverReport::label).toList());
    }
    map.put("mayStillBind", later);
    return map;
  }

  private static String word(Cause cause) {
    return switch (cause) {
      case FOUND -> "found";
      case BY_HAND -> "byHand";
      case UNTOLD -> "untold";
    };
  }
}
