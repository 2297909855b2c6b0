package dev.unprobed.app.repair;

import java.util.List;

/**
 * What the changed tree's own conf gives a driver, with and without modules.
 *
 * @param driver its name, readable
 */
public record ConfTable(String driver, List<Row> rows) {
  /** What is asked for: {@code nothing} stands for no line at all. */
  public record Row(String modules, String asked, String got) {}

  public ConfTable {
    rows = List.copyOf(rows);
  }
}
