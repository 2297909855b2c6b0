package dev.unprobed.kernel.link;

import dev.unprobed.kernel.elf.Section;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Equal entries of mergeable sections (gABI, SHF_MERGE) kept once, as GNU ld does up to 2.40: an
 * entry stays in the section that had it first; a string that ends another one is that one's end.
 * All sections of one output, entry size and alignment share their entries.
 */
final class Merging {
  /** The sections whose entries are one pool. */
  private record Pool(String output, boolean strings, long entrySize, long alignment) {}

  private final Map<Pool, List<Part>> pools = new HashMap<>();

  /** To be called in the order of inputs and of sections within them. */
  void add(String output, Part part) {
    Section section = part.section;
    if (isMergeable(section)) {
      Pool pool = new Pool(output, section.isStrings(), section.entrySize(), section.alignment());
      pools.computeIfAbsent(pool, _ -> new ArrayList<>()).add(part);
    }
  }

  /** Sizes the parts and gives them their entries. */
  void merge() {
    pools.forEach((pool, parts) -> new Run(pool).merge(parts));
  }

  private static boolean isMergeable(Section section) {
    long unit = section.entrySize();
    long alignment = Math.max(1, section.alignment());
    boolean fits =
        unit >= alignment
            ? (unit & (alignment - 1)) == 0
            : section.isStrings() && (unit & (unit - 1)) == 0;
    return section.isMergeable()
        && section.isInFile()
        && unit > 0
        && unit <= 64
        && section.size() > 0
        && section.size() % unit == 0
        && fits;
  }

  /** The bytes of an entry, for a hash table. */
  private record Content(byte[] bytes) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Content c && Arrays.equals(bytes, c.bytes);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(bytes);
    }
  }

  /** An entry while it is not known yet where it stays. */
  private static final class Item {
    final byte[] bytes;
    final Part home;
    final List<LinkInput> users = new ArrayList<>(1);
    int alignment;

    Item(byte[] bytes, Part home, int alignment) {
      this.bytes = bytes;
      this.home = home;
      this.alignment = alignment;
    }

    void usedBy(LinkInput input) {
      if (users.isEmpty() || !users.getLast().equals(input)) {
        users.add(input);
      }
    }

    boolean endsWith(Item tail) {
      int from = bytes.length - tail.bytes.length;
      return from >= 0
          && alignment >= tail.alignment
          && (from & (tail.alignment - 1)) == 0
          && Arrays.equals(bytes, from, bytes.length, tail.bytes, 0, tail.bytes.length);
    }
  }

  /** One pool. */
  private static final class Run {
    private final Pool pool;
    private final int unit;
    private final int most;
    private final Map<Content, Item> known = new HashMap<>();
    private final List<Item> items = new ArrayList<>();

    Run(Pool pool) {
      this.pool = pool;
      this.unit = (int) pool.entrySize();
      this.most = (int) Math.max(1, pool.alignment());
    }

    void merge(List<Part> parts) {
      for (Part part : parts) {
        byte[] bytes = part.input.elf().content(part.section).copy();
        if (pool.strings()) {
          strings(part, bytes);
        } else {
          for (int at = 0; at < bytes.length; at += unit) {
            add(part, Arrays.copyOfRange(bytes, at, at + unit), 1);
          }
        }
      }
      if (pool.strings()) {
        mergeTails();
      }
      place(parts);
    }

    private void strings(Part part, byte[] bytes) {
      boolean empty = false;
      int at = 0;
      while (at < bytes.length) {
        int end = end(bytes, at);
        int natural = at == 0 ? most : Integer.lowestOneBit(at);
        add(part, Arrays.copyOfRange(bytes, at, end), Math.min(natural, most));
        at = end;
        while (at < bytes.length && isZero(bytes, at)) {
          if (!empty && at % most == 0) {
            empty = true;
            add(part, new byte[unit], most);
          }
          at += unit;
        }
      }
    }

    private int end(byte[] bytes, int start) {
      int at = start;
      while (at + unit <= bytes.length && !isZero(bytes, at)) {
        at += unit;
      }
      return Math.min(bytes.length, at + unit);
    }

    private boolean isZero(byte[] bytes, int at) {
      for (int i = at; i < Math.min(bytes.length, at + unit); i++) {
        if (bytes[i] != 0) {
          return false;
        }
      }
      return true;
    }

    private void add(Part part, byte[] bytes, int alignment) {
      Content content = new Content(bytes);
      Item item = known.get(content);
      if (item == null || item.alignment < alignment) {
        Item better = new Item(bytes, part, alignment);
        if (item != null) {
          item.alignment = 0;
          better.users.addAll(item.users);
        }
        known.put(content, better);
        items.add(better);
        item = better;
      }
      item.usedBy(part.input);
    }

    private void mergeTails() {
      List<Item> sorted = new ArrayList<>(items);
      sorted.removeIf(i -> i.alignment == 0);
      boolean uniform = sorted.stream().mapToInt(i -> i.alignment).distinct().count() <= 1;
      int mask = uniform && most > unit ? most - 1 : 0;
      sorted.sort((a, b) -> compare(a.bytes, b.bytes, mask));
      for (int i = sorted.size() - 2, last = sorted.size() - 1; i >= 0; i--) {
        Item longer = sorted.get(last);
        Item item = sorted.get(i);
        if (longer.endsWith(item)) {
          item.users.forEach(longer::usedBy);
          item.alignment = 0;
        } else {
          last = i;
        }
      }
    }

    /** From the end; where all are aligned, those whose lengths are equal up to that first. */
    private int compare(byte[] a, byte[] b, int mask) {
      int classes = ((a.length - unit) & mask) - ((b.length - unit) & mask);
      if (classes != 0) {
        return classes;
      }
      for (int i = 1; i <= Math.min(a.length, b.length); i++) {
        int order = Byte.toUnsignedInt(a[a.length - i]) - Byte.toUnsignedInt(b[b.length - i]);
        if (order != 0) {
          return order;
        }
      }
      return a.length - b.length;
    }

    private void place(List<Part> parts) {
      for (Part part : parts) {
        part.size = 0;
      }
      for (Item item : items) {
        if (item.alignment > 0) {
          long offset = Expression.aligned(item.home.size, item.alignment);
          item.home.entries.add(new Part.Entry(offset, item.bytes.length, distinct(item.users)));
          item.home.size = offset + item.bytes.length;
        }
      }
      for (Part part : parts) {
        part.dropped = part.entries.isEmpty();
      }
    }

    private static List<LinkInput> distinct(List<LinkInput> users) {
      return users.size() == 1 ? List.of(users.getFirst()) : users.stream().distinct().toList();
    }
  }
}
