package dev.unprobed.app.report;

import java.util.List;

/** Drivers one a line. */
record DriverTable(int width) {
  private static final int LONGEST_NAME = 40;
  private static final String END = " < ...";

  String of(List<Driver> drivers) {
    int longest = drivers.stream().mapToInt(driver -> driver.symbol().length()).max().orElse(0);
    String format = "%-" + Math.clamp(longest, 6, LONGEST_NAME) + "s %-4s %-2s %-7s %-7s %-7s ";
    StringBuilder table = new StringBuilder();
    table.append(String.format(format, "driver", "type", "is", "n?", "m?", "y?")).append("how\n");
    for (Driver driver : drivers) {
      String row =
          String.format(
              format,
              driver.symbol(),
              driver.tristate() ? "tri" : "bool",
              driver.value(),
              driver.wish("n").brief(),
              driver.tristate() ? driver.wish("m").brief() : "-",
              driver.wish("y").brief());
      String how = shortened(driver.way().summary(), width - row.length());
      table.append((row + how).stripTrailing()).append('\n');
    }
    return table.toString();
  }

  /** Leaves out the far end of a long way. */
  static String shortened(String how, int room) {
    if (how.length() <= room) {
      return how;
    }
    int end = how.lastIndexOf(" < ");
    while (end > 0) {
      if (end + END.length() <= room) {
        return how.substring(0, end) + END;
      }
      end = how.lastIndexOf(" < ", end - 1);
    }
    return how.substring(0, Math.max(0, room - 3)) + "...";
  }
}
