package dev.unprobed.kernel.driver;

import dev.unprobed.kernel.code.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a few functions of the kernel's interface do with their arguments: the root of all
 * registrations, and where devices come from. Each line names the kernel file that says so. Nothing
 * here is about a particular driver.
 */
final class Facts {
  /** Registers a driver that binds now or never (drivers/base/platform.c). */
  static final String ONCE = "__platform_driver_probe";

  /** Which of them give back a pointer; the others a negative number when they fail. */
  static final Set<String> POINTERS =
      Set.of(
          "platform_device_alloc",
          "platform_device_register_full",
          "i2c_new_client_device",
          "i2c_new_scanned_device",
          "spi_new_device");

  private final Layout layout;
  private final Map<String, List<Effect>> effects = new HashMap<>();

  private Facts(Layout layout) {
    this.layout = layout;
  }

  /** By the name of the function. */
  static Map<String, List<Effect>> of(Layout layout) {
    var facts = new Facts(layout);
    facts.drivers();
    facts.devices();
    return Map.copyOf(facts.effects);
  }

  private void drivers() {
    // drivers/base/driver.c
    var driver = argument(0);
    effects.put(
        "driver_register",
        List.of(
            new Effect.Registers(
                driver,
                load(driver),
                Value.unknown(),
                load(driver.plus(layout.driverBus())),
                "",
                -1,
                Value.unknown(),
                false,
                true)));
    // drivers/base/auxiliary.c: the name is put together at run time, module and name
    effects.put(
        "__auxiliary_driver_register",
        List.of(
            new Effect.Registers(
                argument(0).plus(layout.auxiliaryDriver()),
                load(argument(0).plus(layout.auxiliaryName())),
                argument(2),
                Value.unknown(),
                "auxiliary",
                layout.auxiliaryDriver(),
                Value.unknown(),
                false,
                true)));
  }

  private void devices() {
    // drivers/base/platform.c
    platform("platform_device_alloc", argument(0));
    platform("platform_device_register", load(argument(0)));
    make("platform_device_add", "platform", load(argument(0)), false);
    platform("platform_device_register_full", load(argument(0).plus(layout.infoName())));
    // drivers/mfd/mfd-core.c
    cells("mfd_add_devices");
    cells("devm_mfd_add_devices");
    // drivers/i2c/i2c-core-base.c: struct i2c_board_info starts with the name
    // (a name that cannot be read is no loss: people may name any device there, to any adapter)
    make("i2c_new_client_device", "i2c", argument(1), false);
    make("i2c_new_scanned_device", "i2c", argument(1), false);
    // drivers/spi/spi.c: struct spi_board_info starts with the name
    make("spi_new_device", "spi", argument(1));
  }

  /** Cells are the third argument, and their number the fourth. */
  private void cells(String function) {
    var cell =
        new Effect.Makes(
            "platform",
            load(argument(0)),
            Value.unknown(),
            load(argument(0).plus(layout.cellCompatible())),
            true,
            true);
    effects.put(
        function,
        List.of(new Effect.Each(argument(2), argument(3), layout.cellSize(), cell, true)));
  }

  private void platform(String function, Value name) {
    make(function, "platform", name);
  }

  private void make(String function, String bus, Value name) {
    make(function, bus, name, true);
  }

  private void make(String function, String bus, Value name, boolean fresh) {
    effects.put(
        function,
        List.of(new Effect.Makes(bus, name, Value.unknown(), Value.unknown(), fresh, true)));
  }

  private static Value argument(int index) {
    return Value.of(new Value.Argument(index));
  }

  private static Value load(Value from) {
    return Value.of(new Value.Loaded(from));
  }
}
