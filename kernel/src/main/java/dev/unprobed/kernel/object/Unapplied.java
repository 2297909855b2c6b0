package dev.unprobed.kernel.object;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Relocations by type that were not applied, or did not fit. */
final class Unapplied {
  private final Map<Integer, Integer> unknown = new TreeMap<>();
  private final Map<Integer, Integer> far = new TreeMap<>();

  /** A type that is not known; with a width of 0 there is nothing to do. */
  void unknown(int type, int width) {
    if (width < 0) {
      unknown.merge(type, 1, Integer::sum);
    }
  }

  void tooFar(int type) {
    far.merge(type, 1, Integer::sum);
  }

  void addRemarks(String path, List<String> remarks) {
    unknown.forEach((type, count) ->
        remarks.add("%s: %d relocations of type %d not applied".formatted(path, count, type)));
    far.forEach((type, count) ->
        remarks.add(
            "%s: %d relocations of type %d do not reach their symbols"
                .formatted(path, count, type)));
  }
}
