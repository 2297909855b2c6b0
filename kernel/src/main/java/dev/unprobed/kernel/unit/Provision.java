package dev.unprobed.kernel.unit;

/**
 * What more can be on a board once a driver has bound, read from the functions that its probe
 * reaches.
 */
public enum Provision {
  /** of_platform_populate() and its like: nodes below become platform devices. */
  PLATFORM_CHILDREN,
  /** mfd_add_devices() and its like. */
  MFD_CELLS,
  I2C_ADAPTER,
  SPI_CONTROLLER,
  MDIO_BUS,
  PCI_HOST,
  USB_HOST,
  USB_GADGET,
  MMC_HOST,
  GPIO_CHIP,
  SERIAL_PORT,
  VIRTIO_DEVICE,
  SCSI_HOST,
  MTD,
  PHY,
  /** An RTC, which is a device of the class rtc. */
  RTC,
  /** The device can wake the system up. */
  WAKEUP,
  /** Some other way to add devices. */
  OTHER_DEVICES
}
