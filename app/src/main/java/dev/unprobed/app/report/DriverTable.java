package dev.unprobed.app.report;

import java.util.List;

/** Drivers one a row; what does not fit into the width goes on below. */
record DriverTable(int width) {
  private static final int LONGEST_NAME = 40;
  private static final int ROOM = 24;
  private static final String BELOW = " ".repeat(8);

  String of(List<Driver> drivers) {
    int longest = drivers.stream().mapToInt(driver -> driver.symbol().length()).max().orElse(0);
    String format = "%-" + Math.clamp(longest, 6, LONGEST_NAME) + "s %-4s %-2s %-2s %-2s %-2s ";
    StringBuilder table = new StringBuilder();
    table.append(String.format(format, "driver", "type", "is", "n?", "m?", "y?")).append("how\n");
    for (Driver driver : drivers) {
      row(table, cells(format, driver), driver.way().summary());
    }
    return table.toString();
  }

  private void row(StringBuilder table, String cells, String how) {
    boolean beside = how.length() <= width - cells.length();
    String indent = width - cells.length() < ROOM ? BELOW : " ".repeat(cells.length());
    if (!beside && indent.equals(BELOW)) {
      table.append(cells.stripTrailing()).append('\n');
      lines(table, BELOW, BELOW, how);
    } else {
      lines(table, cells, indent, how);
    }
  }

  private void lines(StringBuilder table, String start, String indent, String how) {
    Wrapping.lines(start, indent, how, width)
        .forEach(line -> table.append(line.stripTrailing()).append('\n'));
  }

  private static String cells(String format, Driver driver) {
    return String.format(
        format,
        driver.symbol(),
        driver.tristate() ? "tri" : "bool",
        driver.value(),
        cell(driver.wish("n")),
        driver.tristate() || driver.modular() ? cell(driver.wish("m")) : "-",
        cell(driver.wish("y")));
  }

  private static String cell(Wish wish) {
    return wish.accepted() ? "ok" : wish.value();
  }
}
