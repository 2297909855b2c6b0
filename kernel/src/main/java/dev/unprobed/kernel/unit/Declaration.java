package dev.unprobed.kernel.unit;

/**
 * An entry of an OF_DECLARE table: a function that the kernel calls for a node of the device tree,
 * early and without a driver (include/linux/of.h, _OF_DECLARE).
 *
 * @param table the section, such as __clk_of_table, __irqchip_of_table, __timer_of_table
 * @param compatible what the node has to have
 * @param keepsDevice whether the node becomes a device all the same, because the function takes the
 *     mark back that would prevent it, as CLK_OF_DECLARE_DRIVER does; false where that is not known
 */
public record Declaration(String table, String compatible, boolean keepsDevice) {
  public Declaration(String table, String compatible) {
    this(table, compatible, false);
  }
}
