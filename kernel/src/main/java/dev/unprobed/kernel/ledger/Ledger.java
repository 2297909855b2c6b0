package dev.unprobed.kernel.ledger;

import java.util.Comparator;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * Who owns the bytes of an image or a module.
 *
 * @param path the file whose bytes these are, as the user knows it
 * @param fileSize its size in bytes
 * @param memorySize what it takes when it is loaded, in bytes
 * @param entries one for each owner and class, by what they take in the file, then in memory
 * @param remarks what could not be told, for people
 */
public record Ledger(
    String path, long fileSize, long memorySize, List<Entry> entries, List<String> remarks) {
  private static final Comparator<Entry> ORDER =
      Comparator.comparingLong(Entry::file)
          .thenComparingLong(Entry::memory)
          .reversed()
          .thenComparing(e -> e.owner().label())
          .thenComparing(Entry::what);

  /**
   * Adds the entries up.
   *
   * @throws Imbalance when they do not come to both sizes
   */
  public Ledger {
    entries = entries.stream().sorted(ORDER).toList();
    demand(path, "in the file", entries, Entry::file, fileSize);
    demand(path, "in memory", entries, Entry::memory, memorySize);
    remarks = List.copyOf(remarks);
  }

  /** What still takes memory when the kernel has booted. */
  public long residentSize() {
    return entries.stream().mapToLong(Entry::resident).sum();
  }

  private static void demand(
      String path, String what, List<Entry> entries, ToLongFunction<Entry> size, long weighed) {
    long sum = entries.stream().mapToLong(size).sum();
    if (sum != weighed) {
      throw new Imbalance(path, what, sum, weighed);
    }
  }
}
