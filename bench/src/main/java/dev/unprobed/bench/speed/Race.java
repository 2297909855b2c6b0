package dev.unprobed.bench.speed;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Runs contestants in turn, so many rounds; the first of them is the one that the others are
 * compared with.
 */
public record Race(Track track, List<Contestant> contestants) {

  /**
   * The costs of each contestant, round by round. A round that does not count comes before the
   * others: it fills caches, and shows whether all do the same.
   *
   * @param progress is told what is about to happen
   * @throws IOException also if a contestant makes something else than the first one
   */
  public Map<Contestant, List<Cost>> run(int rounds, Consumer<String> progress) throws IOException {
    compareResults(progress);
    Map<Contestant, List<Cost>> costs = new LinkedHashMap<>();
    contestants.forEach(contestant -> costs.put(contestant, new ArrayList<>()));
    for (int round = 1; round <= rounds; round++) {
      for (Map.Entry<Contestant, List<Cost>> entry : costs.entrySet()) {
        progress.accept("round %d of %d: %s".formatted(round, rounds, entry.getKey().name()));
        entry.getValue().add(track.run(entry.getKey()));
      }
    }
    return costs;
  }

  private void compareResults(Consumer<String> progress) throws IOException {
    List<String> expected = List.of();
    for (Contestant contestant : contestants) {
      progress.accept("does it do the same: " + contestant.name());
      track.run(contestant);
      List<String> made = track.made();
      if (expected.isEmpty()) {
        expected = made;
      } else if (!made.equals(expected)) {
        progress.accept(
            "%s makes another %s than %s"
                .formatted(contestant.name(), track.result(), contestants.getFirst().name()));
      }
    }
  }
}
