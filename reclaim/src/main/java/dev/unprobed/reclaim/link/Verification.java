package dev.unprobed.reclaim.link;

import dev.unprobed.kernel.bytes.Bytes;
import dev.unprobed.kernel.bytes.MalformedInput;
import dev.unprobed.kernel.elf.ElfFile;
import dev.unprobed.reclaim.admit.Region;
import dev.unprobed.reclaim.layout.Layout;
import java.nio.file.Path;

/**
 * A linked kernel held against its layout: the table of units in it is read as the kernel reads it,
 * and each unit has to start where the layout says, to the byte.
 */
final class Verification {
  private Verification() {}

  /** What is not as it should be is told as a {@link MalformedInput}. */
  static void of(Path file, Bytes bytes, Layout layout) {
    UnitTable table = new UnitTable(ElfFile.read(bytes));
    int wanted = layout.units().size();
    if (table.units() != wanted) {
      throw wrong(file, "its table has " + table.units() + " units, not " + wanted);
    }
    for (int rank = 0; rank <= wanted; rank++) {
      for (Region region : Region.values()) {
        check(file, table, layout, rank, region);
      }
    }
  }

  private static void check(Path file, UnitTable table, Layout layout, int rank, Region region) {
    long found = table.start(rank, region);
    long wanted = layout.start(rank, region);
    if (found != wanted) {
      String unit =
          rank == layout.units().size() ? "the end" : layout.units().get(rank).unit().path();
      throw wrong(
          file,
          "%s starts at %#x in %s, not at %#x"
              .formatted(unit, found, region.lowerCaseName(), wanted));
    }
  }

  private static MalformedInput wrong(Path file, String message) {
    return new MalformedInput(
        file.toString(),
        -1,
        "layout-differs",
        message,
        "build it again; if that does not help, " + "this is a mistake of ours");
  }
}
