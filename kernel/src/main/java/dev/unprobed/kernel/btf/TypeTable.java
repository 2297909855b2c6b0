package dev.unprobed.kernel.btf;

import dev.unprobed.kernel.bytes.Bytes;
import java.nio.ByteOrder;
import java.util.Arrays;

/** The type section: numbered records of unequal length (include/uapi/linux/btf.h). */
final class TypeTable {
  static final int HEADER = 24;

  private static final int MAGIC = 0xeb9f;
  private static final int RECORD = 12;
  private static final int MEMBER = 12;
  private static final int LARGEST = 1 << 28;
  private static final int ALIASES = 64;
  private static final int LONGEST_NAME = 1024;

  private final Bytes types;
  private final Bytes strings;
  private final int[] starts;
  private final int count;

  private TypeTable(Bytes types, Bytes strings, int[] starts, int count) {
    this.types = types;
    this.strings = strings;
    this.starts = starts;
    this.count = count;
  }

  /** Whether a header stands there whose sections fit. */
  static boolean begins(Bytes section) {
    if (!section.has(0, HEADER)) {
      return false;
    }
    Bytes ordered = ordered(section);
    return ordered.u16(0) == MAGIC
        && ordered.u8(2) == 1
        && ordered.u32(4) >= HEADER
        && ordered.u32(12) >= RECORD
        && ordered.u32(20) > 0
        && ordered.has(ordered.u32(4) + ordered.u32(8), ordered.u32(12))
        && ordered.has(ordered.u32(4) + ordered.u32(16), ordered.u32(20));
  }

  /** Of bytes that begin as one: only those that are its own. */
  static Bytes whole(Bytes section) {
    Bytes ordered = ordered(section);
    long types = ordered.u32(8) + ordered.u32(12);
    long strings = ordered.u32(16) + ordered.u32(20);
    return section.slice(0, ordered.u32(4) + Math.max(types, strings));
  }

  private static Bytes ordered(Bytes section) {
    boolean little = section.u8(0) == (MAGIC & 0xff);
    return section.in(little ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
  }

  static TypeTable read(Bytes section) {
    if (!begins(section)) {
      throw section.malformed(0, "bad-btf", "expected the header of BTF");
    }
    Bytes ordered = ordered(section);
    long header = ordered.u32(4);
    Bytes types = ordered.slice(header + ordered.u32(8), ordered.u32(12));
    Bytes strings = ordered.slice(header + ordered.u32(16), ordered.u32(20));
    if (types.size() > LARGEST) {
      throw types.malformed(0, "too-large", "expected at most " + LARGEST + " bytes of types");
    }
    int[] starts = new int[1 << 10];
    int count = 0;
    for (long at = 0; at < types.size(); at += length(types, at)) {
      count++;
      starts = count < starts.length ? starts : Arrays.copyOf(starts, 2 * count);
      starts[count] = (int) at;
    }
    return new TypeTable(types, strings, starts, count);
  }

  private static long length(Bytes types, long at) {
    long info = types.u32(at + 4);
    long members = info & 0xffff;
    return RECORD
        + switch (number(info)) {
          case 2, 7, 8, 9, 10, 11, 12, 16, 18 -> 0;
          case 1, 14, 17 -> 4;
          case 3 -> 12;
          case 4, 5, 15, 19 -> members * MEMBER;
          case 6, 13 -> members * 8;
          default -> throw types.malformed(at, "bad-btf", "unknown kind of type " + number(info));
        };
  }

  private static int number(long info) {
    return (int) (info >> 24 & 0x1f);
  }

  /** Types are numbered from 1. */
  int count() {
    return count;
  }

  Kind kind(int id) {
    return id == 0 ? Kind.OTHER : Kind.of(number(info(id)));
  }

  String name(int id) {
    return text(types.u32(start(id)));
  }

  /** In bytes; only for kinds that have one. */
  long size(int id) {
    return types.u32(start(id) + 8);
  }

  /** How many members. */
  int length(int id) {
    return (int) (info(id) & 0xffff);
  }

  String memberName(int id, int index) {
    return text(types.u32(member(id, index)));
  }

  int memberType(int id, int index) {
    return types.s32(member(id, index) + 4);
  }

  /** From the start of the struct; where there are bit fields, the upper 8 bits are their width. */
  long memberBits(int id, int index) {
    long bits = types.u32(member(id, index) + 8);
    return info(id) >> 31 == 0 ? bits : bits & 0xffffff;
  }

  long elements(int id) {
    return types.u32(start(id) + RECORD + 8);
  }

  int element(int id) {
    return types.s32(start(id) + RECORD);
  }

  /** The type behind typedefs and qualifiers. */
  int strip(int id) {
    int type = id;
    for (int i = 0; i < ALIASES && kind(type) == Kind.ALIAS; i++) {
      type = types.s32(start(type) + 8);
    }
    return type;
  }

  private String text(long offset) {
    Bytes rest = strings.from(offset);
    return rest.slice(0, Math.min(rest.size(), LONGEST_NAME)).string(0);
  }

  private long info(int id) {
    return types.u32(start(id) + 4);
  }

  private long member(int id, int index) {
    return start(id) + RECORD + (long) index * MEMBER;
  }

  private long start(int id) {
    if (id < 1 || id > count) {
      throw types.malformed(0, "bad-btf", "there is no type " + Integer.toUnsignedString(id));
    }
    return starts[id];
  }
}
