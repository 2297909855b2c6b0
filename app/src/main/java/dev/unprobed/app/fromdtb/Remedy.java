package dev.unprobed.app.fromdtb;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What would bring a driver for a node that has none.
 *
 * @param ways one for each kind of driver that the node wants; empty when none is known
 * @param remark what else there is to say, for people; empty when nothing
 */
public record Remedy(List<Way> ways, String remark) {
  /**
   * A driver that the sources have and the kernel has not.
   *
   * @param driver bus/driver, or the table that declares it
   * @param unit KBUILD_MODFILE
   * @param values of symbols that are otherwise now, as a module where there can be one; without
   *     CONFIG_
   * @param module whether it is a module with these values
   * @param survives whether olddefconfig keeps these values, given with those of all other ways
   */
  public record Way(
      String driver, String unit, Map<String, String> values, boolean module, boolean survives) {
    /** Such as {@code I2C_TOY=m brings platform/toy-i2c of drivers/i2c/i2c-toy}. */
    String text() {
      return assignments()
          + " brings "
          + driver
          + " of "
          + unit
          + (module ? "" : " (it cannot be a module)")
          + (survives ? "" : "; olddefconfig would take that back");
    }

    Way surviving(boolean yes) {
      return new Way(driver, unit, values, module, yes);
    }

    private String assignments() {
      return values.entrySet().stream()
          .map(value -> value.getKey() + "=" + value.getValue())
          .collect(Collectors.joining(" "));
    }
  }

  /** Such as {@code I2C_TOY=m}, for each symbol that has to be otherwise and can be. */
  public List<String> assignments() {
    return ways.stream()
        .filter(Way::survives)
        .flatMap(way -> way.values().entrySet().stream())
        .map(value -> value.getKey() + "=" + value.getValue())
        .distinct()
        .toList();
  }

  /** Sentences for people. */
  public List<String> text() {
    return ways.isEmpty() ? List.of(remark) : ways.stream().map(Way::text).toList();
  }
}
