package dev.unprobed.reclaim.link;

import dev.unprobed.kernel.elf.Elf;
import dev.unprobed.reclaim.admit.Region;

/** What sections of units are called, so that the linker sorts them by rank. */
final class SectionNames {
  /** More units than a list of 16-bit numbers with one bit to spare can name. */
  static final int MOST_UNITS = 0x7fff;

  private SectionNames() {}

  static String of(Region region, int rank) {
    return name(region.lowerCaseName(), rank);
  }

  static String exits(int rank) {
    return name("exits", rank);
  }

  static String inits(int rank) {
    return name("inits", rank);
  }

  static String name(String kind, int rank) {
    return ".unprobed.%s.%05d".formatted(kind, rank);
  }

  static long flags(Region region) {
    return switch (region) {
      case TEXT -> Elf.SHF_ALLOC | Elf.SHF_EXECINSTR;
      case RODATA -> Elf.SHF_ALLOC;
      case DATA, BSS -> Elf.SHF_ALLOC | Elf.SHF_WRITE;
    };
  }
}
