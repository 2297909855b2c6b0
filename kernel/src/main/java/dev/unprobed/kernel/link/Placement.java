package dev.unprobed.kernel.link;

import java.util.List;
import java.util.Optional;

/**
 * Every byte that a linked file has in memory, by where it came from.
 *
 * @param stretches by load address, without a gap and without an overlap
 * @param placed sections of inputs that have a place and a size
 * @param confirmed how many of them the symbol table of the output confirms
 * @param moved how many of them it puts elsewhere than the replay did; they were put there
 * @param conflicts symbols that contradict another symbol of the same section
 */
public record Placement(
    List<Stretch> stretches, int placed, int confirmed, int moved, int conflicts) {
  /** The load address of the first byte. */
  public long start() {
    return stretches.isEmpty() ? 0 : stretches.getFirst().address();
  }

  /** The load address behind the last byte. */
  public long end() {
    return stretches.isEmpty() ? 0 : stretches.getLast().address() + stretches.getLast().size();
  }

  /** What lies at a load address. */
  public Optional<Stretch> at(long address) {
    int low = 0;
    int high = stretches.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      Stretch stretch = stretches.get(middle);
      if (address < stretch.address()) {
        high = middle - 1;
      } else if (address - stretch.address() >= stretch.size()) {
        low = middle + 1;
      } else {
        return Optional.of(stretch);
      }
    }
    return Optional.empty();
  }
}
