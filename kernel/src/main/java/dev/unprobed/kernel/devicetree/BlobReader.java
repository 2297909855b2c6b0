package dev.unprobed.kernel.devicetree;

import dev.unprobed.kernel.bytes.Bytes;
import dev.unprobed.kernel.bytes.MalformedInput;
import dev.unprobed.kernel.devicetree.DeviceTree.Reservation;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the structure block from its first token to its last (Devicetree Specification, 5.4). */
final class BlobReader {
  private static final int BEGIN_NODE = 1;
  private static final int END_NODE = 2;
  private static final int PROP = 3;
  private static final int NOP = 4;
  private static final int END = 9;

  /** FDT_MAX_DEPTH of drivers/of/fdt.c: the kernel drops what lies deeper. */
  private static final int MAX_DEPTH = 64;

  /** Far above what the specification allows (31), and enough to keep hostile names harmless. */
  private static final int MAX_NAME = 1024;

  private final Header header;
  private final Bytes tokens;
  private final Map<Long, String> names = new HashMap<>();
  private long position;
  private @Nullable Node root;
  private @Nullable Node current;
  private int depth;

  private BlobReader(Header header) {
    this.header = header;
    this.tokens = header.structure();
  }

  static DeviceTree read(Bytes input) {
    BlobReader reader = new BlobReader(Header.of(input));
    Node root = reader.nodes();
    return new DeviceTree(input.path(), root, reader.reservations());
  }

  static boolean hasMagic(Bytes bytes) {
    return bytes.has(0, 4) && bytes.in(ByteOrder.BIG_ENDIAN).u32(0) == Header.MAGIC;
  }

  private Node nodes() {
    while (true) {
      long start = position;
      int token = next();
      switch (token) {
        case BEGIN_NODE -> begin(start);
        case END_NODE -> end(start);
        case PROP -> property(start);
        case NOP -> {}
        case END -> {
          return finished(start);
        }
        default -> throw tokens.malformed(start, "fdt-token", "unknown token " + token);
      }
    }
  }

  private int next() {
    int cell = tokens.s32(position);
    position += 4;
    return cell;
  }

  private void begin(long start) {
    if (root != null && current == null) {
      throw tokens.malformed(start, "fdt-structure", "a second root node");
    }
    if (++depth > MAX_DEPTH) {
      throw tokens.malformed(start, "fdt-depth", "nodes are nested deeper than " + MAX_DEPTH);
    }
    String name = terminated(tokens, position, "the name of a node");
    position = aligned(position + name.length() + 1);
    Node node = new Node(current == null ? "" : name, current);
    if (current == null) {
      root = node;
    } else {
      current.add(node);
    }
    current = node;
  }

  private void end(long start) {
    if (current == null) {
      throw tokens.malformed(start, "fdt-structure", "a node ends that did not begin");
    }
    current = current.parent().orElse(null);
    depth--;
  }

  private void property(long start) {
    if (current == null) {
      throw tokens.malformed(start, "fdt-structure", "a property outside of all nodes");
    }
    if (!current.children().isEmpty()) {
      throw tokens.malformed(start, "fdt-structure", "a property behind the nodes of its node");
    }
    long size = Integer.toUnsignedLong(next());
    long name = Integer.toUnsignedLong(next());
    if (!tokens.has(position, size)) {
      throw tokens.malformed(start, "truncated-fdt", "a value of " + size + " bytes is not whole");
    }
    current.add(new Property(name(start, name), tokens, position, size));
    position = aligned(position + size);
  }

  private String name(long start, long offset) {
    if (!header.strings().has(offset, 1)) {
      throw tokens.malformed(
          start, "fdt-name", "the name at " + offset + " is not among the names");
    }
    return names.computeIfAbsent(
        offset, at -> terminated(header.strings(), at, "the name of a property"));
  }

  private Node finished(long start) {
    if (current != null || root == null) {
      throw tokens.malformed(start, "fdt-structure", "the tree ends before its root does");
    }
    return root;
  }

  private List<Reservation> reservations() {
    Bytes blob = header.blob();
    List<Reservation> all = new ArrayList<>();
    for (long at = header.reservations(); ; at += 16) {
      if (!blob.has(at, 16)) {
        throw blob.malformed(16, "truncated-fdt", "the memory reservations do not end");
      }
      Reservation next = new Reservation(blob.u64(at), blob.u64(at + 8));
      if (next.address() == 0 && next.size() == 0) {
        return all;
      }
      all.add(next);
    }
  }

  private static String terminated(Bytes bytes, long start, String what) throws MalformedInput {
    long end = start;
    while (bytes.u8(end) != 0) {
      if (++end - start > MAX_NAME) {
        throw bytes.malformed(start, "fdt-name", what + " is longer than " + MAX_NAME + " bytes");
      }
    }
    return bytes.string(start);
  }

  private static long aligned(long position) {
    return (position + 3) & ~3L;
  }
}
