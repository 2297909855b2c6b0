package dev.unprobed.kernel.program;

import dev.unprobed.kernel.bytes.Bytes;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Stretches of bytes at addresses: what {@link Program}s answer about their content. Addresses are
 * unsigned.
 *
 * <p>May be shared by threads.
 */
public final class Memory {
  /** As much of a stretch of zeroes as is shown at once, in bytes. */
  private static final int ZEROES = 1 << 16;

  private static final MemorySegment NOTHING = MemorySegment.ofArray(new byte[ZEROES]).asReadOnly();

  /**
   * A section or segment.
   *
   * @param name of the section, empty for a segment
   * @param size in bytes
   * @param isCode whether the processor may execute it
   * @param content its bytes, at most {@code size}; what is beyond them is zero
   */
  public record Part(String name, long start, long size, boolean isCode, Bytes content) {
    public boolean contains(long address) {
      return Long.compareUnsigned(address - start, size) < 0;
    }
  }

  private final Part[] parts;
  private final int pointerSize;

  private Memory(Part[] parts, int pointerSize) {
    this.parts = parts;
    this.pointerSize = pointerSize;
  }

  /** Parts in any order; where two overlap, the one that starts later is there. */
  public static Memory of(List<Part> parts, Architecture architecture) {
    List<Part> sorted = new ArrayList<>(parts);
    sorted.sort(
        ((Comparator<Part>) (a, b) -> Long.compareUnsigned(a.start(), b.start()))
            .thenComparing((a, b) -> Long.compareUnsigned(a.size(), b.size())));
    return new Memory(sorted.toArray(Part[]::new), architecture.pointerSize());
  }

  /** By ascending address. */
  public List<Part> parts() {
    return List.of(parts);
  }

  /** The part that an address is in. */
  public Optional<Part> part(long address) {
    return Optional.ofNullable(find(address));
  }

  /**
   * From an address to the end of its part; empty where no part is. Of what the file does not have,
   * because it starts out as zero, no more than 64 KiB.
   */
  public Optional<Bytes> at(long address) {
    Part part = find(address);
    if (part == null) {
      return Optional.empty();
    }
    long offset = address - part.start();
    if (offset < part.content().size()) {
      return Optional.of(part.content().from(offset));
    }
    long left = Math.min(part.size() - offset, ZEROES);
    Bytes zeroes = Bytes.of(part.content().path(), NOTHING).in(part.content().order());
    return Optional.of(zeroes.slice(0, left));
  }

  /** The pointer at an address, 0 where there is none. */
  public long pointer(long address) {
    Part part = find(address);
    if (part == null) {
      return 0;
    }
    long offset = address - part.start();
    Bytes content = part.content();
    if (!content.has(offset, pointerSize)) {
      return 0;
    }
    return pointerSize == 8 ? content.u64(offset) : content.u32(offset);
  }

  public boolean isCode(long address) {
    Part part = find(address);
    return part != null && part.isCode();
  }

  private @Nullable Part find(long address) {
    int low = 0;
    int high = parts.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (Long.compareUnsigned(parts[middle].start(), address) <= 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low > 0 && parts[low - 1].contains(address) ? parts[low - 1] : null;
  }
}
