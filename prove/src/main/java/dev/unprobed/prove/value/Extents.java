package dev.unprobed.prove.value;

import dev.unprobed.kconfig.tree.Symbol;
import dev.unprobed.prove.model.Landmarks;
import dev.unprobed.prove.model.Model;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The numbers that an int can be, as ranges: {@code 2..64}, {@code ..7}, {@code 9..}, {@code 8}.
 *
 * <p>Numbers between two {@linkplain Landmarks landmarks} are alike to everything in the tree: when
 * one of them is possible, all are.
 */
final class Extents {
  private final Set<String> possible;
  private final List<String> ranges = new ArrayList<>();
  private boolean inside;
  private @Nullable Long from;
  private @Nullable Long to;

  private Extents(Collection<String> possible) {
    this.possible = new LinkedHashSet<>(possible);
  }

  /** The ranges, lowest first, then texts that are no numbers; absent where they are not known. */
  static @Nullable List<String> of(Model model, Symbol symbol, Collection<String> values) {
    Landmarks landmarks = model.landmarks(symbol);
    if (landmarks == null || values.isEmpty()) {
      return null;
    }
    Extents extents = new Extents(values);
    extents.walk(landmarks);
    extents.possible.forEach(extents.ranges::add);
    return List.copyOf(extents.ranges);
  }

  private void walk(Landmarks landmarks) {
    if (!landmarks.compared()) {
      region(landmarks.numbers().isEmpty() ? 0 : landmarks.numbers().last() + 1, null, null);
      end();
      return;
    }
    Long before = null;
    for (long mark : landmarks.numbers()) {
      if (before == null || mark - before > 1) {
        region(
            before == null ? mark - 1 : before + 1, before == null ? null : before + 1, mark - 1);
      }
      region(mark, mark, mark);
      before = mark;
    }
    long sample = before == null ? 0 : before + 1;
    region(sample, before == null ? null : sample, null);
    end();
  }

  /** Numbers that are alike, of which one stands for all; absent bounds are infinite. */
  private void region(long sample, @Nullable Long low, @Nullable Long high) {
    if (!possible.contains(Long.toString(sample))) {
      end();
      return;
    }
    if (!inside) {
      inside = true;
      from = low;
    }
    to = high;
    possible.removeIf(text -> Landmarks.number(text) != null && within(Landmarks.number(text)));
  }

  private boolean within(@Nullable Long number) {
    return number != null && (from == null || number >= from) && (to == null || number <= to);
  }

  private void end() {
    if (inside) {
      boolean one = from != null && from.equals(to);
      String low = from == null ? "" : from.toString();
      ranges.add(
          one
              ? low
              : from == null && to == null ? "any number" : low + ".." + (to == null ? "" : to));
    }
    inside = false;
  }
}
