package dev.unprobed.kernel;

import dev.unprobed.kernel.pack.BuiltIn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Finds for initcalls the units that they are of. Both lists are in the order of linking, so of the
 * pairs with like names only those count that can all be right at once: the longest row in which
 * both ascend. Like are names of the same words in any order, such as pl061_gpio_driver_init and
 * gpio_pl061. Between two that are known, words for a kind of device may be in one name alone, if
 * only one unit there is so.
 */
final class NameAlignment {
  private static final Set<String> NOISE =
      Set.of("init", "driver", "drv", "module", "mod", "register", "initcall", "platform", "early");

  /** What is in the name of a file or left out, because its folder says it. */
  private static final Set<String> KINDS =
      Set.of(
          "bus",
          "clk",
          "dma",
          "gpio",
          "i2c",
          "irq",
          "led",
          "leds",
          "mfd",
          "mmc",
          "pci",
          "pcie",
          "phy",
          "pinctrl",
          "pwm",
          "regulator",
          "reset",
          "rtc",
          "serial",
          "soc",
          "spi",
          "uart",
          "usb");

  private final List<BuiltIn> units;
  private final List<Set<String>> unitWords;
  private final Map<Set<String>, Integer> byWords = new HashMap<>();

  /** By address of the function: what it is called, and what it registers. */
  private final TreeMap<Long, List<Set<String>>> functions = new TreeMap<>(Long::compareUnsigned);

  private final Map<Long, Integer> known = new HashMap<>();

  NameAlignment(List<BuiltIn> units) {
    this.units = units;
    this.unitWords = units.stream().map(unit -> words(unit.name())).toList();
    for (int i = 0; i < units.size(); i++) {
      byWords.putIfAbsent(unitWords.get(i), i);
    }
  }

  /** A name that says something about the unit of a function. */
  void add(long function, String name) {
    functions.computeIfAbsent(function, key -> new ArrayList<>()).add(words(name));
  }

  /** Says of a function for certain which unit it is of; that helps to find the neighbours'. */
  void know(long function, int unit) {
    known.merge(function, unit, (one, other) -> one.equals(other) ? one : Integer.valueOf(-1));
  }

  private static Set<String> words(String name) {
    String[] split = name.toLowerCase(Locale.ROOT).split("[_\\-,. ]+", -1);
    Set<String> words = new TreeSet<>(Arrays.asList(split));
    words.remove("");
    words.removeAll(NOISE);
    return words;
  }

  Map<Long, BuiltIn> owners() {
    NavigableMap<Long, Integer> anchors = anchors();
    Map<Long, BuiltIn> owners = new HashMap<>();
    functions.forEach((function, names) -> {
      Integer anchor = known.getOrDefault(function, anchors.get(function));
      int unit = anchor != null ? anchor : between(function, names, anchors);
      if (unit >= 0) {
        owners.put(function, units.get(unit));
      }
    });
    return owners;
  }

  private NavigableMap<Long, Integer> anchors() {
    TreeMap<Long, Integer> pairs = new TreeMap<>(Long::compareUnsigned);
    functions.forEach((function, names) ->
        names.stream()
            .map(byWords::get)
            .filter(Objects::nonNull)
            .distinct()
            .reduce((one, other) -> -1)
            .filter(unit -> unit >= 0)
            .ifPresent(unit -> pairs.put(function, unit)));
    known.forEach((function, unit) -> {
      if (unit >= 0) {
        pairs.put(function, unit);
      }
    });
    long[] addresses = pairs.keySet().stream().mapToLong(Long::longValue).toArray();
    int[] places = pairs.values().stream().mapToInt(Integer::intValue).toArray();
    TreeMap<Long, Integer> anchors = new TreeMap<>(Long::compareUnsigned);
    for (int i : ascending(places)) {
      anchors.put(addresses[i], places[i]);
    }
    return anchors;
  }

  /** The only unit between the neighbours that has such a name, or -1. */
  private int between(long function, List<Set<String>> names, NavigableMap<Long, Integer> anchors) {
    var lower = anchors.lowerEntry(function);
    var higher = anchors.higherEntry(function);
    int from = lower == null ? 0 : lower.getValue();
    int to = higher == null ? units.size() - 1 : higher.getValue();
    int found = -1;
    for (int i = from; i <= to; i++) {
      Set<String> words = unitWords.get(i);
      if (names.stream().anyMatch(name -> alike(name, words))) {
        if (found >= 0) {
          return -1;
        }
        found = i;
      }
    }
    return found;
  }

  private static boolean alike(Set<String> one, Set<String> other) {
    return !one.isEmpty() && !other.isEmpty() && (within(one, other) || within(other, one));
  }

  private static boolean within(Set<String> few, Set<String> many) {
    return many.containsAll(few)
        && !KINDS.containsAll(few)
        && many.stream().allMatch(word -> few.contains(word) || KINDS.contains(word));
  }

  /** The indices of a longest row that never descends. */
  private static int[] ascending(int[] values) {
    int[] length = new int[values.length];
    int[] before = new int[values.length];
    int last = -1;
    for (int i = 0; i < values.length; i++) {
      length[i] = 1;
      before[i] = -1;
      for (int j = 0; j < i; j++) {
        if (values[j] <= values[i] && length[j] >= length[i]) {
          length[i] = length[j] + 1;
          before[i] = j;
        }
      }
      last = last < 0 || length[i] > length[last] ? i : last;
    }
    int[] row = new int[last < 0 ? 0 : length[last]];
    for (int i = row.length - 1; i >= 0; i--) {
      row[i] = last;
      last = before[last];
    }
    return row;
  }
}
