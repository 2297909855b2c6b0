package dev.unprobed.bench.board;

import static java.util.stream.Collectors.toCollection;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The text that {@code bench/board/init} makes: lines {@code @@ SNAPSHOT/PART} with what a command
 * printed below each.
 */
final class Snapshots {

  private static final String HEAD = "@@ ";
  private static final Pattern LINK = Pattern.compile("'(.*)' -> '(.*)'");
  private static final Pattern DRIVER = Pattern.compile("/sys/bus/([^/]+)/drivers/(.+)");
  private static final Pattern DEVICE = Pattern.compile("/sys/bus/([^/]+)/devices/+([^/]+)");
  private static final Pattern NODE = Pattern.compile(".*/firmware/devicetree/base(/?.*)");
  private static final Pattern ID = Pattern.compile(".*/([^/]+)/id:0+");
  private static final Pattern VALUE = Pattern.compile("(/sys/.*?)/modalias:(.*)");

  private final Map<String, List<String>> parts = new HashMap<>();

  private Snapshots() {}

  static Snapshots parse(String text) {
    Snapshots snapshots = new Snapshots();
    List<String> part = new ArrayList<>();
    for (String line : text.split("\n", -1)) {
      if (line.startsWith(HEAD)) {
        part = new ArrayList<>();
        snapshots.parts.put(line.substring(HEAD.length()), part);
      } else if (!line.isEmpty()) {
        part.add(line);
      }
    }
    return snapshots;
  }

  /** The lines of a part; none if it is not there. */
  List<String> lines(String snapshot, String part) {
    return parts.getOrDefault(snapshot + "/" + part, List.of());
  }

  Truth truth(String snapshot) {
    return new Truth(
        drivers(snapshot),
        devices(snapshot),
        deferrals(snapshot),
        firstWords(snapshot, "modules"),
        probes(snapshot),
        silent(snapshot));
  }

  private SortedMap<String, String> deferrals(String snapshot) {
    SortedMap<String, String> reasons = new TreeMap<>();
    for (String line : lines(snapshot, "deferred")) {
      String[] fields = line.split("[ \t]+", 2);
      reasons.put(fields[0], fields.length < 2 ? "" : fields[1].strip());
    }
    return reasons;
  }

  /** AMBA devices whose id reads as none. */
  private SortedSet<String> silent(String snapshot) {
    return lines(snapshot, "ids").stream()
        .map(ID::matcher)
        .filter(Matcher::matches)
        .map(found -> found.group(1))
        .collect(toCollection(TreeSet::new));
  }

  /** The last result of each device; 6.1 tells errors as positive numbers, but for some. */
  private SortedMap<String, Integer> probes(String snapshot) {
    SortedMap<String, Integer> results = new TreeMap<>();
    for (String line : lines(snapshot, "probes")) {
      int tab = line.lastIndexOf('\t');
      results.put(line.substring(0, tab), -Math.abs(Integer.parseInt(line.substring(tab + 1))));
    }
    results.values().removeIf(result -> result == 0);
    return results;
  }

  /** What udev would ask modprobe for, and what the kernel itself asked it for. */
  SortedSet<String> asked(String snapshot) {
    SortedSet<String> asked = new TreeSet<>();
    for (String line : lines(snapshot, "modalias")) {
      Matcher value = VALUE.matcher(line);
      if (value.matches()) {
        asked.add(value.group(2));
      }
    }
    for (String line : lines(snapshot, "requests")) {
      asked.add(last(line.replace(' ', '/')));
    }
    return asked;
  }

  private SortedSet<String> drivers(String snapshot) {
    return lines(snapshot, "drivers").stream()
        .map(DRIVER::matcher)
        .filter(Matcher::matches)
        .map(found -> found.group(1) + "/" + found.group(2))
        .collect(toCollection(TreeSet::new));
  }

  private SortedSet<String> firstWords(String snapshot, String part) {
    return lines(snapshot, part).stream()
        .map(line -> line.split("[ \t]", 2)[0])
        .collect(toCollection(TreeSet::new));
  }

  private List<Device> devices(String snapshot) {
    Map<String, String> links = new HashMap<>();
    links(snapshot, "devicelinks").forEach(link -> links.put(link.from(), link.target()));
    Map<String, String> modaliases = new HashMap<>();
    for (String line : lines(snapshot, "modalias")) {
      Matcher value = VALUE.matcher(line);
      if (value.matches()) {
        modaliases.put(value.group(1), value.group(2));
      }
    }
    return links(snapshot, "devices")
        .flatMap(link -> device(link, links, modaliases).stream())
        .toList();
  }

  private static Optional<Device> device(
      Link link, Map<String, String> links, Map<String, String> modaliases) {
    Matcher name = DEVICE.matcher(link.from());
    if (!name.matches()) {
      return Optional.empty();
    }
    String place = link.target();
    return Optional.of(
        new Device(
            name.group(1),
            name.group(2),
            Optional.ofNullable(links.get(place + "/driver")).map(Snapshots::last),
            Optional.ofNullable(links.get(place + "/of_node")).map(Snapshots::node),
            Optional.ofNullable(modaliases.get(place))));
  }

  private static String last(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static String node(String path) {
    Matcher node = NODE.matcher(path);
    return node.matches() && !node.group(1).isEmpty() ? node.group(1) : "/";
  }

  private Stream<Link> links(String snapshot, String part) {
    return lines(snapshot, part).stream()
        .map(LINK::matcher)
        .filter(Matcher::matches)
        .map(found -> new Link(found.group(1), found.group(2)));
  }

  /** A symbolic link of sysfs. */
  private record Link(String from, String to) {

    /** Where it leads, as an absolute path. */
    String target() {
      return Path.of(from).resolveSibling(to).normalize().toString();
    }
  }
}
