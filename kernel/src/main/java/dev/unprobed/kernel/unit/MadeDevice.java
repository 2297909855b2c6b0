package dev.unprobed.kernel.unit;

/**
 * A device that code makes, so that no device tree tells of it.
 *
 * @param bus such as platform
 * @param name what the bus matches drivers by, without an instance number
 * @param compatible the of_compatible of an mfd_cell, else empty
 * @param when what has to happen first
 * @param driver for {@link When#PROBE}: the bus/name of the driver, or class/NAME for whatever
 *     driver brings a device of that class; else empty
 * @param each when there is one for each child of a node, the name of that node below the driver's
 *     own, or a dot for the driver's own; else empty
 * @param certain whether it comes for sure once {@link #when} is met; false where its name is one
 *     of several that it may be
 */
public record MadeDevice(
    String bus,
    String name,
    String compatible,
    When when,
    String driver,
    String each,
    boolean certain) {
  /** What {@link #driver} starts with when it names a class. */
  public static final String CLASS = "class/";

  /** One that is made once. */
  public MadeDevice(String bus, String name, String compatible, When when, String driver) {
    this(bus, name, compatible, when, driver, "", true);
  }

  /** One that may be made, under one of several names. */
  public static MadeDevice perhaps(String bus, String name, When when, String driver) {
    return new MadeDevice(bus, name, "", when, driver, "", false);
  }

  /** What has to happen before the device is there. */
  public enum When {
    /** Nothing: its unit's init makes it on every board. */
    ALWAYS,
    /** Its unit's init may make it. */
    INIT,
    /** A driver of its unit binds. */
    PROBE,
    /** Some other code of its unit may make it. */
    OTHER
  }
}
