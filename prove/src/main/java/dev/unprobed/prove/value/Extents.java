package dev.unprobed.prove.value;

import dev.unprobed.kconfig.tree.Numbers;
import dev.unprobed.kconfig.tree.Symbol;
import dev.unprobed.kconfig.tree.SymbolType;
import dev.unprobed.prove.model.Landmarks;
import dev.unprobed.prove.model.Model;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The numbers that an int or hex can be, as ranges: {@code 2..64}, {@code ..7}, {@code 9..}, {@code
 * 0x8}.
 *
 * <p>Numbers between two {@linkplain Landmarks landmarks} are alike to everything in the tree, but
 * for the other symbols that are typed in and may have to lie on one side of it. There are {@link
 * Landmarks#room} in all. So of the numbers in a gap only that many next to each landmark have to
 * be looked at one by one: in any configuration the symbols in the gap can be moved, in the same
 * order, and with that much room below and above, every other number of the gap is possible if one
 * of them is.
 */
final class Extents {
  private final Landmarks landmarks;
  private final Set<String> possible;
  private final List<String> ranges = new ArrayList<>();
  private boolean inside;
  private @Nullable Long from;
  private @Nullable Long to;

  private Extents(Landmarks landmarks, Collection<String> possible) {
    this.landmarks = landmarks;
    this.possible = new LinkedHashSet<>(possible);
  }

  /** The ranges, lowest first, then texts that are no numbers; absent where they are not known. */
  static @Nullable List<String> of(Model model, Symbol symbol, Collection<String> values) {
    Landmarks landmarks = model.landmarks(symbol);
    if (landmarks == null || values.isEmpty() || crowdedAboveZero(landmarks)) {
      return null;
    }
    Extents extents = new Extents(landmarks, values);
    extents.walk();
    extents.possible.forEach(extents.ranges::add);
    return List.copyOf(extents.ranges);
  }

  /**
   * No number next to 0 is in the formula then, for several hexes that may all have to be there.
   */
  private static boolean crowdedAboveZero(Landmarks landmarks) {
    return landmarks.type() == SymbolType.HEX
        && landmarks.compared()
        && landmarks.room() > 1
        && landmarks.numbers().first() > landmarks.room();
  }

  private void walk() {
    if (landmarks.numbers().isEmpty() || !landmarks.compared()) {
      long other = landmarks.numbers().isEmpty() ? 0 : landmarks.numbers().last() + 1;
      region(isPossible(other), null, null);
      end();
      return;
    }
    below(landmarks.numbers().first());
    Long before = null;
    for (long mark : landmarks.numbers()) {
      if (before != null) {
        between(before, mark);
      }
      single(mark);
      before = mark;
    }
    above(landmarks.numbers().last());
    end();
  }

  /** Below all landmarks of an int there is room for any number of others. */
  private void below(long mark) {
    if (landmarks.type() == SymbolType.HEX) {
      belowHex(mark);
      return;
    }
    long highest = mark - 1;
    while (highest >= mark - landmarks.room() && !isPossible(highest)) {
      highest--;
    }
    region(highest >= mark - landmarks.room(), null, highest);
    if (highest < mark - 1) {
      end();
    }
  }

  /** No hex is negative. */
  private void belowHex(long mark) {
    if (landmarks.room() == 1 && mark > 0) {
      region(isPossible(mark - 1), 0L, mark - 1);
      return;
    }
    for (long number = 0; number < mark; number++) {
      single(number);
    }
  }

  private void above(long mark) {
    long lowest = mark + 1;
    while (lowest <= mark + landmarks.room() && !isPossible(lowest)) {
      lowest++;
    }
    if (lowest > mark + 1) {
      end();
    }
    region(lowest <= mark + landmarks.room(), lowest, null);
  }

  private void between(long low, long high) {
    int room = landmarks.room();
    long first = low + room;
    long last = high - room;
    if (first > last) {
      first = high;
      last = high - 1;
    }
    for (long number = low + 1; number < first; number++) {
      single(number);
    }
    if (first <= last) {
      region(isPossible(first), first, last);
    }
    for (long number = last + 1; number < high; number++) {
      single(number);
    }
  }

  private boolean isPossible(long number) {
    return possible.contains(landmarks.text(number));
  }

  private void single(long number) {
    region(isPossible(number), number, number);
  }

  /** Numbers that are alike; absent bounds are infinite. */
  private void region(boolean can, @Nullable Long low, @Nullable Long high) {
    if (!can) {
      end();
      return;
    }
    if (!inside) {
      inside = true;
      from = low;
    }
    to = high;
  }

  private void end() {
    if (inside) {
      possible.removeIf(text -> within(number(text)));
      boolean one = from != null && from.equals(to);
      String low = from == null ? "" : landmarks.text(from);
      ranges.add(
          one
              ? low
              : from == null && to == null
                  ? "any number"
                  : low + ".." + (to == null ? "" : landmarks.text(to)));
    }
    inside = false;
  }

  private @Nullable Long number(String text) {
    Long number = Landmarks.number(landmarks.type(), text);
    // A hex too large for 64 bits counts as the highest number.
    boolean high = landmarks.type() == SymbolType.HEX && Numbers.valid(SymbolType.HEX, text);
    return number == null && high ? (Long) Numbers.parse(text, 16) : number;
  }

  private boolean within(@Nullable Long number) {
    return number != null && (from == null || number >= from) && (to == null || number <= to);
  }
}
