package dev.unprobed.board.supply;

/**
 * A kind of property that names suppliers (of_supplier_bindings in drivers/of/property.c).
 *
 * @param name of the property, or its end for {@link Form#SUFFIX}
 * @param cells the property of a supplier that tells how many cells follow its phandle; empty for
 *     none
 * @param form how the value is read
 * @param optional whether the kernel looks at it only with fw_devlink.strict=1
 */
public record Binding(String name, String cells, Form form, boolean optional) {
  /** How the value of a property leads to suppliers. */
  public enum Form {
    /** Phandles with arguments, the name fits as a whole. */
    LIST,
    /** The same, the name only ends so. */
    SUFFIX,
    /** Groups of four cells, the second of which is a phandle. */
    MAP,
    /** interrupts, interrupts-extended: through the interrupt tree. */
    INTERRUPTS,
    /** Every controller that an interrupt-map names. */
    INTERRUPT_MAP,
    /** Phandles of nodes that nobody has to wait for, whatever other properties say. */
    NOT_BEFORE,
    /** The device at the other end of a graph, for the device at this end. */
    ENDPOINT
  }

  static Binding list(String name, String cells) {
    return new Binding(name, cells, Form.LIST, false);
  }

  static Binding of(String name, Form form) {
    return new Binding(name, "", form, false);
  }

  static Binding suffix(String name, String cells) {
    return new Binding(name, cells, Form.SUFFIX, false);
  }

  Binding onlyIfStrict() {
    return new Binding(name, cells, form, true);
  }

  boolean reads(String property) {
    return form == Form.SUFFIX
        ? property.length() > name.length() && property.endsWith(name)
        : property.equals(name);
  }
}
