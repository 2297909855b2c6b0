package dev.unprobed.kernel.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unprobed.kernel.link.LinkMap.Row;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The replay against the map of the linker itself. */
class ReplayTest {
  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void placesEverySectionWhereTheLinkerPutIt(long seed) throws IOException {
    SmallLink link = new SmallLink(directory, new Random(seed), 25, "--build-id=none");
    Placement placement = Replay.run("all.lds", SmallLink.SCRIPT, link.inputs, link.output);
    assertThat(differences(placement, link.map)).as("seed " + seed).isEmpty();
    assertThat(placement.moved()).isZero();
    assertThat(placement.conflicts()).isZero();
    assertThat(unclaimed(placement)).isEmpty();
    assertThat(placement.stretches().stream().mapToLong(Stretch::size).sum())
        .isEqualTo(placement.end() - placement.start());
  }

  @Test
  void findsTheSameByTheMap() throws IOException {
    SmallLink link = new SmallLink(directory, new Random(4), 10, "--build-id=none");
    Placement replayed = Replay.run("all.lds", SmallLink.SCRIPT, link.inputs, link.output);
    Collections.shuffle(link.inputs, new Random(4));
    Placement mapped = Replay.run("all.lds", SmallLink.SCRIPT, link.inputs, link.output, link.map);
    assertThat(pieces(mapped)).containsExactlyInAnyOrderElementsOf(pieces(replayed));
  }

  private static List<Stretch> pieces(Placement placement) {
    return placement.stretches().stream()
        .filter(s -> s instanceof Stretch.Piece piece && !piece.section().isMergeable())
        .toList();
  }

  private static List<Stretch> unclaimed(Placement placement) {
    return placement.stretches().stream().filter(Stretch.Unclaimed.class::isInstance).toList();
  }

  /** Sections that only one of the two has, or that are not in the same place. */
  static List<String> differences(Placement placement, LinkMap map) {
    Map<String, Deque<Row>> rows = new HashMap<>();
    for (Row row : map.rows()) {
      if (row.size() > 0 && row.address() != 0) {
        rows.computeIfAbsent(row.file() + " " + row.section(), _ -> new ArrayDeque<>()).add(row);
      }
    }
    List<String> differences = new java.util.ArrayList<>();
    for (Stretch stretch : placement.stretches()) {
      if (stretch instanceof Stretch.Piece piece) {
        String name = piece.input().path() + " " + piece.section().name();
        Row row = rows.getOrDefault(name, new ArrayDeque<>()).poll();
        if (row == null || row.address() != piece.address() || row.size() != piece.size()) {
          differences.add(name + " at %x, not %s".formatted(piece.address(), row));
        }
      }
    }
    differences.addAll(withoutMerged(placement, rows));
    return differences;
  }

  /** Of the rows that are left, those that merged entries fill are taken away. */
  private static List<String> withoutMerged(Placement placement, Map<String, Deque<Row>> rows) {
    return rows.values().stream()
        .flatMap(Deque::stream)
        .filter(row -> !isFilledByEntries(placement, row))
        .map(row -> "left in the map: " + row)
        .toList();
  }

  private static boolean isFilledByEntries(Placement placement, Row row) {
    long at = row.address();
    long end = row.address() + row.size();
    String name = row.section();
    while (at < end) {
      Stretch stretch = placement.at(at).orElseThrow();
      boolean entry = stretch instanceof Stretch.Merged merged && merged.name().equals(name);
      boolean first = at == row.address();
      if (first && stretch.address() != at
          || !(entry || stretch instanceof Stretch.Padding && !first)) {
        return false;
      }
      at = stretch.address() + stretch.size();
    }
    return at == end;
  }
}
