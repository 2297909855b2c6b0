package dev.unprobed.app.report.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Texts, each once; others say its number. */
final class Strings {
  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<String> all = new ArrayList<>();

  int of(String text) {
    return numbers.computeIfAbsent(
        text,
        any -> {
          all.add(any);
          return all.size() - 1;
        });
  }

  List<String> all() {
    return List.copyOf(all);
  }
}
