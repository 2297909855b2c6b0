package dev.unprobed.kernel.driver;

import dev.unprobed.kernel.unit.Provision;
import java.util.HashMap;
import java.util.Map;

/** Which functions of the kernel's interface make what possible, each with the file that has it. */
final class Provisions {
  /** By the name of the function. */
  static final Map<String, Provision> BY_FUNCTION = table();

  private Provisions() {}

  private static Map<String, Provision> table() {
    var t = new HashMap<String, Provision>();
    // drivers/of/platform.c
    all(
        t,
        Provision.PLATFORM_CHILDREN,
        "of_platform_populate",
        "of_platform_default_populate",
        "devm_of_platform_populate",
        "of_platform_bus_probe",
        "of_platform_device_create");
    // drivers/mfd/mfd-core.c
    all(t, Provision.MFD_CELLS, "mfd_add_devices", "devm_mfd_add_devices");
    // drivers/i2c/i2c-core-base.c, i2c-mux.c, algos/i2c-algo-bit.c
    all(
        t,
        Provision.I2C_ADAPTER,
        "i2c_add_adapter",
        "devm_i2c_add_adapter",
        "i2c_add_numbered_adapter",
        "i2c_mux_add_adapter",
        "i2c_bit_add_bus",
        "i2c_bit_add_numbered_bus",
        "__i2c_bit_add_bus",
        "i2c_pca_add_bus",
        "i2c_pca_add_numbered_bus",
        "i2c_dw_probe",
        "i2c_dw_probe_master");
    // drivers/spi/spi.c, spi-bitbang.c, drivers/spi/spi-mem.c
    all(
        t,
        Provision.SPI_CONTROLLER,
        "spi_register_controller",
        "devm_spi_register_controller",
        "spi_bitbang_start",
        "dw_spi_add_host");
    // drivers/net/phy/mdio_bus.c, drivers/net/mdio/of_mdio.c, mdio-mux.c
    all(
        t,
        Provision.MDIO_BUS,
        "__mdiobus_register",
        "__devm_mdiobus_register",
        "of_mdiobus_register",
        "__of_mdiobus_register",
        "devm_of_mdiobus_register",
        "__devm_of_mdiobus_register",
        "mdio_mux_init");
    // drivers/pci/probe.c, controller/pci-host-common.c, controller/dwc/pcie-designware-host.c
    all(
        t,
        Provision.PCI_HOST,
        "pci_host_probe",
        "pci_host_common_probe",
        "dw_pcie_host_init",
        "pci_scan_root_bus_bridge",
        "pci_scan_root_bus",
        "pci_create_root_bus",
        "pci_common_init_dev");
    // drivers/usb/core/hcd.c, host/xhci-plat.c (by its device), chipidea/core.c, dwc2, musb
    all(
        t,
        Provision.USB_HOST,
        "usb_add_hcd",
        "ci_hdrc_add_device",
        "dwc2_hcd_init",
        "musb_host_setup",
        "dwc3_host_init",
        "cdns3_host_init",
        "cdns_host_init");
    // drivers/usb/gadget/udc/core.c
    all(
        t,
        Provision.USB_GADGET,
        "usb_add_gadget_udc",
        "usb_add_gadget_udc_release",
        "usb_add_gadget");
    // drivers/mmc/core/host.c, host/sdhci.c, sdhci-pltfm.c
    all(
        t,
        Provision.MMC_HOST,
        "mmc_add_host",
        "sdhci_add_host",
        "__sdhci_add_host",
        "sdhci_pltfm_register",
        "dw_mci_probe",
        "dw_mci_pltfm_register",
        "tmio_mmc_host_probe",
        "renesas_sdhi_probe");
    // drivers/gpio/gpiolib.c, gpiolib-devres.c
    all(
        t,
        Provision.GPIO_CHIP,
        "gpiochip_add_data_with_key",
        "devm_gpiochip_add_data_with_key",
        "bgpio_init_and_add");
    // drivers/tty/serial/serial_core.c, 8250/8250_core.c
    all(
        t,
        Provision.SERIAL_PORT,
        "uart_add_one_port",
        "serial8250_register_8250_port",
        "tty_port_register_device_attr_serdev",
        "serdev_controller_add");
    // drivers/virtio/virtio.c
    all(t, Provision.VIRTIO_DEVICE, "register_virtio_device");
    // drivers/scsi/hosts.c, drivers/ata/libata-core.c, libahci_platform.c, drivers/ufs
    all(
        t,
        Provision.SCSI_HOST,
        "scsi_add_host_with_dma",
        "ata_host_activate",
        "ata_host_register",
        "ahci_platform_init_host",
        "ahci_host_activate",
        "ufshcd_init",
        "ufshcd_pltfrm_init");
    // drivers/mtd/mtdcore.c
    all(t, Provision.MTD, "mtd_device_parse_register", "add_mtd_device");
    // drivers/phy/phy-core.c
    all(t, Provision.PHY, "phy_create", "devm_phy_create");
    // drivers/rtc/class.c
    all(
        t,
        Provision.RTC,
        "__devm_rtc_register_device",
        "devm_rtc_device_register",
        "rtc_device_register");
    // drivers/base/power/wakeup.c
    all(t, Provision.WAKEUP, "device_wakeup_enable", "device_init_wakeup");
    // drivers/base
    all(
        t,
        Provision.OTHER_DEVICES,
        "platform_device_add",
        "platform_device_register",
        "platform_device_register_full",
        "platform_add_devices",
        "__auxiliary_device_add",
        "i2c_new_client_device",
        "i2c_new_scanned_device",
        "i2c_new_ancillary_device",
        "spi_new_device",
        "amba_device_add",
        "device_register",
        "device_add",
        "rpmsg_register_device",
        "hid_add_device",
        "sdio_add_func",
        "slim_register_controller",
        "sdw_bus_master_add",
        "spmi_controller_add",
        "mipi_dsi_host_register",
        "mipi_dsi_device_register_full",
        "i3c_master_register",
        "w1_add_master_device",
        "__serio_register_port",
        "scmi_device_create",
        "tee_device_register",
        "fsi_master_register",
        "siox_master_register",
        "mcb_alloc_bus",
        "hsi_register_controller",
        "nvdimm_bus_register");
    return Map.copyOf(t);
  }

  private static void all(Map<String, Provision> table, Provision provision, String... functions) {
    for (var function : functions) {
      table.put(function, provision);
    }
  }
}
