package dev.unprobed.kernel.image;

import dev.unprobed.kernel.bytes.Bytes;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongBinaryOperator;

/**
 * What a relocatable arm64 kernel fills in at boot: .rela.dyn, entries of a place, the type
 * R_AARCH64_RELATIVE and the pointer that belongs there, found as long runs of that type. The other
 * table, .relr.dyn, needs no work: its places hold their pointers already.
 */
final class Relocations {
  private static final long RELATIVE = 0x403;
  private static final int ENTRY = 24;
  private static final int SHORTEST_RUN = 16;

  private final Bytes bytes;
  private final List<Run> runs;

  private Relocations(Bytes bytes, List<Run> runs) {
    this.bytes = bytes;
    this.runs = runs;
  }

  private record Run(long start, long count) {}

  /** What is done with one of them. */
  interface Visitor {
    void visit(long place, long pointer);
  }

  static Relocations find(RawImage image) {
    Bytes bytes = image.bytes();
    List<Run> runs = new ArrayList<>();
    long at = 8;
    while (image.pointerSize() == 8 && bytes.has(at, 16)) {
      long count = bytes.u64(at) == RELATIVE ? run(bytes, at) : 0;
      if (count >= SHORTEST_RUN) {
        runs.add(new Run(at - 8, count));
        at += count * ENTRY;
      } else {
        at += 8;
      }
    }
    return new Relocations(bytes, List.copyOf(runs));
  }

  private static long run(Bytes bytes, long type) {
    long count = 0;
    while (bytes.has(type + count * ENTRY, 16) && bytes.u64(type + count * ENTRY) == RELATIVE) {
      count++;
    }
    return count;
  }

  /** Where they lie; entries that are not used may be among them. */
  List<ImageTable> tables() {
    List<ImageTable> tables = new ArrayList<>();
    for (Run run : runs) {
      long end = tables.isEmpty() ? 0 : tables.getLast().end();
      boolean joined = end > 0 && isUnused(end, run.start());
      long start = joined ? tables.removeLast().start() : run.start();
      long size = run.start() + run.count() * ENTRY - start;
      tables.add(new ImageTable(ImageTable.Kind.RELOCATIONS, start, size));
    }
    return tables;
  }

  /** The linker leaves entries of zeroes for what it threw away. */
  private boolean isUnused(long from, long to) {
    long at = from;
    while (at < to && bytes.u64(at) == 0) {
      at += Long.BYTES;
    }
    return at >= to && (to - from) % ENTRY == 0;
  }

  boolean isEmpty() {
    return runs.isEmpty();
  }

  void forEach(Visitor visitor) {
    for (Run run : runs) {
      for (long i = 0; i < run.count(); i++) {
        long entry = run.start() + i * ENTRY;
        visitor.visit(bytes.u64(entry), bytes.u64(entry + 16));
      }
    }
  }

  /** The lowest or highest place. */
  long extreme(LongBinaryOperator minOrMax, long start) {
    long[] result = {start};
    forEach((place, pointer) -> result[0] = minOrMax.applyAsLong(result[0], place));
    return result[0];
  }

  /**
   * The image as the kernel sees itself once they are filled in. The tables themselves are blank
   * there, lest someone takes the pointers in them for those of a data structure.
   */
  Bytes applied(long base) {
    if (isEmpty()) {
      return bytes;
    }
    byte[] copy = bytes.copy();
    MemorySegment memory = MemorySegment.ofArray(copy);
    ValueLayout.OfLong layout = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(bytes.order());
    forEach((place, pointer) -> {
      if (bytes.has(place - base, 8)) {
        memory.set(layout, place - base, pointer);
      }
    });
    for (Run run : runs) {
      memory.asSlice(run.start(), run.count() * ENTRY).fill((byte) 0);
    }
    return Bytes.of(bytes.path(), copy).in(bytes.order());
  }
}
