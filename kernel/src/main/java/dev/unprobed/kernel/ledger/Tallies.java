package dev.unprobed.kernel.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Adds bytes up by owner and class. */
final class Tallies {
  private record Key(Owner owner, ByteClass what) {}

  private final Map<Key, long[]> sums = new HashMap<>();

  void add(Owner owner, ByteClass what, long file, long memory, long freed) {
    long[] sum = sums.computeIfAbsent(new Key(owner, what), _ -> new long[3]);
    sum[0] += file;
    sum[1] += memory;
    sum[2] += freed;
  }

  List<Entry> entries() {
    List<Entry> entries = new ArrayList<>(sums.size());
    sums.forEach((key, sum) -> entries.add(new Entry(key.owner, key.what, sum[0], sum[1], sum[2])));
    return entries;
  }
}
