package dev.unprobed.board.boot;

import dev.unprobed.kernel.devicetree.Node;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The peripheral id of an AMBA device. The kernel reads it from the hardware, unless the tree
 * overrides it. Offline, an ARM PrimeCell still tells most of it: PL011 and its kind are numbered
 * after the part number in the id's lowest twelve bits, and ARM's designer code 0x41 follows.
 *
 * @param mask which bits are known
 */
record PrimeCell(long id, long mask) {
  private static final Pattern PART = Pattern.compile("arm,(?:pl|sp)([0-9]{3})");
  private static final long ARM = 0x41000;
  private static final long PART_AND_DESIGNER = 0xfffff;

  static PrimeCell of(Node node) {
    int[] given = node.cells("arm,primecell-periphid");
    if (given.length > 0 && given[0] != 0) {
      return new PrimeCell(Integer.toUnsignedLong(given[0]), 0xffffffffL);
    }
    for (String compatible : node.compatible()) {
      Matcher matcher = PART.matcher(compatible);
      if (matcher.matches()) {
        return new PrimeCell(Long.parseLong(matcher.group(1), 16) | ARM, PART_AND_DESIGNER);
      }
    }
    return new PrimeCell(0, 0);
  }
}
