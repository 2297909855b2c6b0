package dev.unprobed.bench;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;

import dev.unprobed.bench.exact.Place;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What one must know to read the table: which conf, which compilers. */
final class Preface {

  private static final int SHORT = 12;

  private Preface() {}

  static String of(List<Place> places, boolean replaying) {
    return """
    # Exactness: unprobed and the tree's own conf

    %s

    The shell commands of the Kconfig files ask these compilers: %s.
    %s
    """
        .formatted(trees(places), compilers(places), shell(replaying));
  }

  private static String trees(List<Place> places) {
    return places.stream()
        .map(place ->
            "Linux %s, conf %s."
                .formatted(place.tree().version(), place.oracle().digest().substring(0, SHORT)))
        .distinct()
        .collect(joining("\n"));
  }

  private static String compilers(List<Place> places) {
    Map<String, String> architectures =
        places.stream()
            .collect(
                groupingBy(
                    place -> place.environment().compiler(),
                    LinkedHashMap::new,
                    mapping(place -> place.arch().name(), joining(" "))));
    return architectures.entrySet().stream()
        .map(entry -> entry.getKey() + " (" + distinct(entry.getValue()) + ")")
        .collect(joining(", "));
  }

  private static String distinct(String names) {
    return String.join(" ", List.of(names.split(" ", -1)).stream().distinct().toList());
  }

  private static String shell(boolean replaying) {
    return replaying
        ? "conf ran them once for each architecture; after that it was played their answers back."
        : "Each run of conf ran them anew.";
  }
}
