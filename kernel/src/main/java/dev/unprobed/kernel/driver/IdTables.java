package dev.unprobed.kernel.driver;

import dev.unprobed.kernel.bytes.Bytes;
import dev.unprobed.kernel.program.Program;
import dev.unprobed.kernel.unit.DeviceId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The tables of devices that drivers of a bus can have besides those for device trees and ACPI:
 * where their pointer lies and what their entries look like (include/linux/mod_devicetable.h).
 */
final class IdTables {
  private static final int MOST = 8192;

  private final Program program;
  private final Layout layout;
  private final int p;

  IdTables(Program program, Layout layout) {
    this.program = program;
    this.layout = layout;
    this.p = layout.pointer();
  }

  /** What a driver of a bus has; empty when it can have no table or has none. */
  Optional<List<DeviceId>> of(String bus, long driver, long container) {
    var place = place(bus, driver, container);
    if (bus.equals("mdio_bus")) {
      return phy(driver);
    }
    if (place.isEmpty()) {
      return Optional.empty();
    }
    long table = program.pointer(place.getAsLong());
    return table == 0 ? Optional.empty() : Optional.of(entries(bus, table));
  }

  /** Where the pointer to the table lies. */
  private OptionalLong place(String bus, long driver, long container) {
    long after = driver + layout.driverSize();
    return switch (bus) {
      case "platform", "i2c", "auxiliary", "virtio" -> OptionalLong.of(after);
      case "spi", "sdio", "hid", "serio", "pci", "usb", "pnp", "usb-serial" ->
          start(bus, container);
      case "amba" -> OptionalLong.of(after + 3L * p);
      default -> OptionalLong.empty();
    };
  }

  private OptionalLong start(String bus, long container) {
    if (container == 0) {
      return OptionalLong.empty();
    }
    return switch (bus) {
      case "spi" -> OptionalLong.of(container);
      case "pci", "usb" -> afterName(container);
      default -> OptionalLong.of(container + p);
    };
  }

  /** What lies between name and table differs from version to version: nothing, or functions. */
  private OptionalLong afterName(long container) {
    boolean named = false;
    for (int i = 0; i < 16; i++) {
      long target = program.pointer(container + (long) i * p);
      boolean data = target != 0 && program.at(target).isPresent() && !program.isCode(target);
      if (named && data) {
        return OptionalLong.of(container + (long) i * p);
      }
      named |= data;
    }
    return OptionalLong.empty();
  }

  private List<DeviceId> entries(String bus, long table) {
    int size =
        switch (bus) {
          case "platform", "i2c" -> layout.named(20);
          case "spi", "auxiliary" -> layout.named(32);
          case "amba" -> 8 + p;
          case "pci" -> p == 8 ? 40 : 32;
          case "usb", "usb-serial" -> p == 8 ? 32 : 24;
          case "virtio" -> 8;
          case "sdio" -> p == 8 ? 16 : 12;
          case "hid" -> p == 8 ? 24 : 16;
          default -> 0;
        };
    var ids = new ArrayList<DeviceId>();
    for (int i = 0; size != 0 && i < MOST; i++) {
      var entry = program.at(table + (long) i * size).filter(b -> b.has(0, size));
      var id = entry.flatMap(b -> entry(bus, b));
      if (id.isEmpty()) {
        break;
      }
      ids.add(id.get());
    }
    return ids;
  }

  private static Optional<DeviceId> entry(String bus, Bytes b) {
    return switch (bus) {
      case "platform", "i2c" -> name(b, 20);
      case "spi", "auxiliary" -> name(b, 32);
      case "amba" -> masked(b.u32(0), b.u32(4));
      default -> Aliases.of(bus, b).map(DeviceId.Alias::new);
    };
  }

  private static Optional<DeviceId> name(Bytes b, int size) {
    return Texts.filling(b, size).filter(name -> !name.isEmpty()).map(DeviceId.Name::new);
  }

  private static Optional<DeviceId> masked(long id, long mask) {
    return mask == 0 ? Optional.empty() : Optional.of(new DeviceId.Masked(id, mask));
  }

  /** A phy_driver has one id within itself. */
  private Optional<List<DeviceId>> phy(long driver) {
    long at = driver + layout.phyId();
    return program
        .at(at)
        .filter(b -> b.has(0, 3L * p))
        .flatMap(b -> masked(b.u32(0), b.u32(2L * p)))
        .map(List::of);
  }
}
