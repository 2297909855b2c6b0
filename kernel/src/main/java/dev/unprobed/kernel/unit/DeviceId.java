package dev.unprobed.kernel.unit;

/** What a driver says it binds to (include/linux/mod_devicetable.h). */
public sealed interface DeviceId {
  /**
   * An of_device_id. Each of the three has to fit unless it is empty.
   *
   * @param name the node's name without its unit address
   * @param type its device_type
   */
  record Compatible(String name, String type, String compatible) implements DeviceId {}

  /** A name in a platform_device_id, i2c_device_id, spi_device_id and their like. */
  record Name(String name) implements DeviceId {}

  /** An amba_id or mdio_device_id: fits where {@code (number & mask) == (id & mask)}. */
  record Masked(long id, long mask) implements DeviceId {}

  /** Anything else, as the alias that modprobe would be asked for, such as pci:v00001AF4d… */
  record Alias(String pattern) implements DeviceId {}
}
