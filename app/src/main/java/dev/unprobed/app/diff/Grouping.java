package dev.unprobed.app.diff;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Puts every symbol that differs under the nearest root of the graph of causes. */
final class Grouping {
  private final Map<String, Reason> graph;
  private final Map<String, List<String>> consequences = new HashMap<>();
  private final Map<String, List<String>> byRoot = new LinkedHashMap<>();
  private final Map<String, String> rootOf = new HashMap<>();

  Grouping(Map<String, Reason> graph) {
    this.graph = graph;
    graph.forEach((key, reason) ->
        reason
            .causes()
            .forEach(
                cause -> consequences.computeIfAbsent(cause, any -> new ArrayList<>()).add(key)));
  }

  /**
   * @param listed which symbols are for people: a choice only connects its members
   */
  List<Group> groups(Predicate<String> listed, Changes changes) {
    graph.forEach((key, reason) -> begin(key, reason.begins()));
    spread();
    for (String key = circle(); key != null; key = circle()) {
      graph.computeIfPresent(key, (any, reason) -> reason.asRoot());
      begin(key, true);
      spread();
    }
    return groups(byRoot, listed, changes);
  }

  /** A symbol where a circle of causes may begin: best where the files differ. */
  private @Nullable String circle() {
    String found = null;
    for (Map.Entry<String, Reason> entry : graph.entrySet()) {
      if (!rootOf.containsKey(entry.getKey()) && (found == null || entry.getValue().rule())) {
        found = entry.getKey();
        if (entry.getValue().rule()) {
          return found;
        }
      }
    }
    return found;
  }

  private void begin(String key, boolean begins) {
    if (begins) {
      rootOf.put(key, key);
      byRoot.put(key, new ArrayList<>());
    }
  }

  private void spread() {
    Deque<String> queue = new ArrayDeque<>(byRoot.keySet());
    byRoot.values().forEach(queue::addAll);
    while (!queue.isEmpty()) {
      String key = queue.remove();
      String root = Objects.requireNonNull(rootOf.get(key));
      for (String next : consequences.getOrDefault(key, List.of())) {
        if (rootOf.putIfAbsent(next, root) == null) {
          Objects.requireNonNull(byRoot.get(root)).add(next);
          queue.add(next);
        }
      }
    }
  }

  private List<Group> groups(
      Map<String, List<String>> members, Predicate<String> listed, Changes changes) {
    List<Group> groups = new ArrayList<>();
    members.forEach((root, keys) -> {
      List<Change> follows = keys.stream().filter(listed).map(changes::of).toList();
      if (listed.test(root) || !follows.isEmpty()) {
        groups.add(new Group(changes.of(root), follows));
      }
    });
    groups.sort(
        Comparator.comparing((Group group) -> group.root().how())
            .thenComparingInt(group -> -group.follows().size())
            .thenComparing(group -> group.root().symbol()));
    return groups;
  }
}
