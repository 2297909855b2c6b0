package dev.unprobed.board.boot;

import dev.unprobed.kernel.program.Architecture;
import dev.unprobed.kernel.unit.Kernel;

/** Physical addresses: a kernel without PHYS_ADDR_T_64BIT has only 32 bits for them. */
final class Addresses {
  private final boolean wide;

  Addresses(Kernel kernel) {
    wide =
        kernel.architecture() == Architecture.ARM64
            || kernel.config().isEmpty()
            || kernel.config().containsKey("PHYS_ADDR_T_64BIT");
  }

  /** Whether the kernel can map the registers of a device, as far as it has any. */
  boolean reaches(Device device) {
    return wide
        || device.node == null
        || SysfsName.address(device.node).filter(address -> address >>> 32 != 0).isEmpty();
  }
}
