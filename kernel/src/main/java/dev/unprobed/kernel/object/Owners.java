package dev.unprobed.kernel.object;

import dev.unprobed.kernel.program.Memory;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/** Which object a section came from, by the address where it starts. */
final class Owners {
  private final TreeMap<Long, Integer> byStart = new TreeMap<>(Long::compareUnsigned);

  void add(int object, List<Memory.Part> parts) {
    parts.forEach(part -> byStart.put(part.start(), object));
  }

  /** Of the last section that does not start after the address. */
  OptionalInt at(long address) {
    Map.Entry<Long, Integer> entry = byStart.floorEntry(address);
    return entry == null ? OptionalInt.empty() : OptionalInt.of(entry.getValue());
  }
}
