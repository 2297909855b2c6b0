package dev.unprobed.kernel.driver;

import dev.unprobed.kernel.program.Architecture;

/**
 * Sizes and offsets of the kernel's structures, in bytes: of what the compiler makes of their
 * declarations in 5.10 to 6.12, for one size of pointers.
 *
 * @param pointer the size of a pointer, and of an unsigned long
 * @param cellSize of a struct mfd_cell
 */
record Layout(int pointer, int cellSize) {
  static Layout of(Architecture architecture) {
    int pointer = architecture.pointerSize();
    return new Layout(pointer, pointer == 8 ? 144 : 88);
  }

  /** With cells of another size: some versions have two functions less in each. */
  Layout withCells(int size) {
    return new Layout(pointer, size);
  }

  // struct device_driver, include/linux/device/driver.h: name, bus, owner, mod_name,
  // suppress_bind_attrs, probe_type, of_match_table, acpi_match_table, probe, …

  int driverBus() {
    return pointer;
  }

  int probeType() {
    return 4 * pointer + 4;
  }

  int ofMatchTable() {
    return 4 * pointer + 8;
  }

  int acpiMatchTable() {
    return 5 * pointer + 8;
  }

  int driverProbe() {
    return 6 * pointer + 8;
  }

  /** 11 more pointers after acpi_match_table. */
  int driverSize() {
    return 17 * pointer + 8;
  }

  /** struct of_device_id, include/linux/mod_devicetable.h. */
  int ofDeviceId() {
    return 192 + pointer;
  }

  int acpiDeviceId() {
    return 24 + pointer;
  }

  /** struct platform_device_info, include/linux/platform_device.h: parent, fwnode, a bool, name. */
  int infoName() {
    return 3 * pointer;
  }

  /** struct auxiliary_driver, include/linux/auxiliary_bus.h: five functions, then the name. */
  int auxiliaryName() {
    return 5 * pointer;
  }

  int auxiliaryDriver() {
    return 6 * pointer;
  }

  /**
   * Where of_compatible lies in a struct mfd_cell, include/linux/mfd/core.h: before a u64, a bool,
   * a pointer, an int, a pointer, two bools, a pointer and an int.
   */
  int cellCompatible() {
    return cellSize - (pointer == 8 ? 72 : 48);
  }

  /** struct phy_driver, include/linux/phy.h, starts with a device_driver and an int. */
  int phyId() {
    return driverSize() + pointer;
  }

  /** A name of so many bytes, then an unsigned long. */
  int named(int length) {
    return (length + pointer - 1) / pointer * pointer + pointer;
  }
}
