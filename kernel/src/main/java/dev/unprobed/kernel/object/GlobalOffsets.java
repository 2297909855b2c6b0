package dev.unprobed.kernel.object;

import dev.unprobed.kernel.bytes.Bytes;
import dev.unprobed.kernel.program.Memory;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The global offset table of arm64: a pointer to each thing that code reaches through one. */
final class GlobalOffsets {
  private static final int POINTER = 8;

  /** In bytes, of each part of the table. */
  private static final int PART = 4096;

  private final Addresses addresses;
  private final Bytes file;
  private final Map<Long, Long> slots = new HashMap<>();
  private final List<Memory.Part> parts = new ArrayList<>();
  private ByteBuffer content = ByteBuffer.allocate(0);
  private long start;

  /**
   * @param file whose name and byte order the table has
   */
  GlobalOffsets(Addresses addresses, Bytes file) {
    this.addresses = addresses;
    this.file = file;
  }

  /** Where the pointer to an address is. */
  long slot(long target) {
    return slots.computeIfAbsent(target, this::add);
  }

  List<Memory.Part> parts() {
    return parts;
  }

  private long add(long target) {
    if (!content.hasRemaining()) {
      content = ByteBuffer.allocate(PART).order(file.order());
      start = addresses.section(PART, POINTER, file, 0);
      Bytes bytes = Bytes.of(file.path(), MemorySegment.ofBuffer(content)).in(file.order());
      parts.add(new Memory.Part(".got", start, PART, false, bytes));
    }
    long slot = start + content.position();
    content.putLong(target);
    return slot;
  }
}
