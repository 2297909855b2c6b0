package dev.unprobed.reclaim.link;

import dev.unprobed.kernel.bytes.Bytes;
import java.nio.ByteBuffer;

/** A section header of ELFCLASS64 that is being changed (gABI, Section Header). */
final class Header {
  static final int SIZE = 64;

  int name;
  int type;
  long flags;
  long address;
  long offset;
  long size;
  int link;
  int info;
  long alignment;
  long entrySize;

  static Header read(Bytes at) {
    Header header = new Header();
    header.name = at.s32(0);
    header.type = at.s32(4);
    header.flags = at.u64(8);
    header.address = at.u64(16);
    header.offset = at.u64(24);
    header.size = at.u64(32);
    header.link = at.s32(40);
    header.info = at.s32(44);
    header.alignment = at.u64(48);
    header.entrySize = at.u64(56);
    return header;
  }

  void write(ByteBuffer to) {
    to.putInt(name).putInt(type).putLong(flags).putLong(address).putLong(offset).putLong(size);
    to.putInt(link).putInt(info).putLong(alignment).putLong(entrySize);
  }
}
