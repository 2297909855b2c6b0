package dev.unprobed.kernel.link;

import dev.unprobed.kernel.bytes.Bytes;
import dev.unprobed.kernel.elf.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The index of unwind entries of 32-bit ARM (EHABI, Index table entries). The linker sorts it by
 * the functions and leaves entries out, so that an object's section is not in it as it was; but
 * each entry points to its function, and so to the object.
 */
final class UnwindTable {
  /** The type of such a section (ELF for the Arm Architecture, SHT_ARM_EXIDX). */
  static final int TYPE = 0x70000001;

  private static final int ENTRY = 8;

  private final Section section;
  private final Bytes entries;
  private final long shift;
  private final List<Stretch> stretches = new ArrayList<>();

  UnwindTable(Section section, Bytes entries, long shift) {
    this.section = section;
    this.entries = entries;
    this.shift = shift;
  }

  /** The entries of neighbouring functions of one object are one stretch. */
  List<Stretch> stretches(Placement code) {
    long whole = Math.min(section.size(), entries.size()) & -ENTRY;
    for (long at = 0; at < whole; at += ENTRY) {
      add(at, ENTRY, code.at(function(at)));
    }
    if (whole < section.size()) {
      add(whole, section.size() - whole, Optional.empty());
    }
    return stretches;
  }

  /** The first word is a distance of 31 bits. */
  private long function(long at) {
    long distance = (long) (entries.s32(at) << 1 >> 1);
    return (section.address() + at + distance) & 0xffffffffL;
  }

  private void add(long at, long size, Optional<Stretch> code) {
    long address = section.address() + at + shift;
    String name = section.name();
    if (code.isPresent() && code.get() instanceof Stretch.Piece piece) {
      List<LinkInput> users = List.of(piece.input());
      Stretch last = stretches.isEmpty() ? null : stretches.getLast();
      if (last instanceof Stretch.Merged before && before.users().equals(users)) {
        stretches.removeLast();
        stretches.add(
            new Stretch.Merged(users, name, name, before.address(), before.size() + size));
      } else {
        stretches.add(new Stretch.Merged(users, name, name, address, size));
      }
    } else {
      stretches.add(new Stretch.Made(name, name, address, size));
    }
  }
}
