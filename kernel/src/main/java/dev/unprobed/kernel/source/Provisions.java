package dev.unprobed.kernel.source;

import dev.unprobed.kernel.unit.Provision;
import java.util.Map;
import java.util.Optional;

/** What a driver can bring when it calls a function of the kernel. */
final class Provisions {
  private static final Map<String, Provision> BY_FUNCTION =
      Map.ofEntries(
          Map.entry("of_platform_populate", Provision.PLATFORM_CHILDREN),
          Map.entry("of_platform_default_populate", Provision.PLATFORM_CHILDREN),
          Map.entry("devm_of_platform_populate", Provision.PLATFORM_CHILDREN),
          Map.entry("mfd_add_devices", Provision.MFD_CELLS),
          Map.entry("devm_mfd_add_devices", Provision.MFD_CELLS),
          Map.entry("mfd_add_hotplug_devices", Provision.MFD_CELLS),
          Map.entry("i2c_add_adapter", Provision.I2C_ADAPTER),
          Map.entry("i2c_add_numbered_adapter", Provision.I2C_ADAPTER),
          Map.entry("devm_i2c_add_adapter", Provision.I2C_ADAPTER),
          Map.entry("i2c_bit_add_numbered_bus", Provision.I2C_ADAPTER),
          Map.entry("i2c_mux_add_adapter", Provision.I2C_ADAPTER),
          Map.entry("spi_register_controller", Provision.SPI_CONTROLLER),
          Map.entry("devm_spi_register_controller", Provision.SPI_CONTROLLER),
          Map.entry("spi_register_master", Provision.SPI_CONTROLLER),
          Map.entry("devm_spi_register_master", Provision.SPI_CONTROLLER),
          Map.entry("spi_bitbang_start", Provision.SPI_CONTROLLER),
          Map.entry("of_mdiobus_register", Provision.MDIO_BUS),
          Map.entry("devm_of_mdiobus_register", Provision.MDIO_BUS),
          Map.entry("mdiobus_register", Provision.MDIO_BUS),
          Map.entry("devm_mdiobus_register", Provision.MDIO_BUS),
          Map.entry("pci_host_probe", Provision.PCI_HOST),
          Map.entry("pci_host_common_probe", Provision.PCI_HOST),
          Map.entry("usb_add_hcd", Provision.USB_HOST),
          Map.entry("usb_add_gadget_udc", Provision.USB_GADGET),
          Map.entry("mmc_add_host", Provision.MMC_HOST),
          Map.entry("sdhci_add_host", Provision.MMC_HOST),
          Map.entry("gpiochip_add_data", Provision.GPIO_CHIP),
          Map.entry("devm_gpiochip_add_data", Provision.GPIO_CHIP),
          Map.entry("uart_add_one_port", Provision.SERIAL_PORT),
          Map.entry("serial8250_register_8250_port", Provision.SERIAL_PORT),
          Map.entry("register_virtio_device", Provision.VIRTIO_DEVICE),
          Map.entry("scsi_add_host", Provision.SCSI_HOST),
          Map.entry("mtd_device_register", Provision.MTD),
          Map.entry("mtd_device_parse_register", Provision.MTD),
          Map.entry("devm_phy_create", Provision.PHY),
          Map.entry("platform_device_add", Provision.OTHER_DEVICES),
          Map.entry("platform_device_register_full", Provision.OTHER_DEVICES),
          Map.entry("platform_device_register_data", Provision.OTHER_DEVICES));

  private Provisions() {}

  static Optional<Provision> of(String function) {
    return Optional.ofNullable(BY_FUNCTION.get(function));
  }
}
