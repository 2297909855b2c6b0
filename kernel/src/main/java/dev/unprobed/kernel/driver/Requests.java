package dev.unprobed.kernel.driver;

import dev.unprobed.kernel.unit.Demand.Kind;
import java.util.HashMap;
import java.util.Map;

/**
 * Which functions of the kernel's interface ask for a supplier, each with the file that has it.
 * They give back -EPROBE_DEFER while a supplier that the node names is not there, the optional ones
 * too; those that count what is there give back 0.
 *
 * @param name the argument by which it is asked for, from 0 on; -1 for none
 * @param parts whether a node is given, which need not be the device's own
 */
record Requests(Kind kind, int name, boolean parts) {
  private static final long DEFER = -517;

  /** By the name of the function. */
  static final Map<String, Requests> BY_FUNCTION = table();

  /** Gives back its second argument (drivers/base/core.c). */
  static final String ERROR = "dev_err_probe";

  private static Map<String, Requests> table() {
    var t = new HashMap<String, Requests>();
    // drivers/gpio/gpiolib.c, gpiolib-devres.c
    own(t, Kind.GPIO, "gpiod_get", "devm_gpiod_get", "gpiod_get_optional");
    own(t, Kind.GPIO, "devm_gpiod_get_optional", "gpiod_get_index", "devm_gpiod_get_index");
    own(t, Kind.GPIO, "gpiod_get_index_optional", "devm_gpiod_get_index_optional");
    own(t, Kind.GPIO, "gpiod_get_array", "devm_gpiod_get_array");
    own(t, Kind.GPIO, "gpiod_get_array_optional", "devm_gpiod_get_array_optional");
    t.put("fwnode_gpiod_get_index", new Requests(Kind.GPIO, 1, true));
    t.put("devm_fwnode_gpiod_get_index", new Requests(Kind.GPIO, 2, true));
    // drivers/regulator/core.c, devres.c
    own(t, Kind.REGULATOR, "regulator_get", "regulator_get_optional", "regulator_get_exclusive");
    own(t, Kind.REGULATOR, "devm_regulator_get", "devm_regulator_get_optional");
    own(t, Kind.REGULATOR, "devm_regulator_get_exclusive", "devm_regulator_get_enable");
    // drivers/clk/clkdev.c, clk-devres.c
    own(t, Kind.CLOCK, "clk_get", "devm_clk_get", "devm_clk_get_optional");
    own(t, Kind.CLOCK, "devm_clk_get_enabled", "devm_clk_get_prepared");
    own(t, Kind.CLOCK, "devm_clk_get_optional_enabled", "devm_clk_get_optional_prepared");
    // drivers/phy/phy-core.c
    own(t, Kind.PHY, "phy_get", "devm_phy_get", "devm_phy_optional_get");
    // drivers/reset/core.c
    own(t, Kind.RESET, "__reset_control_get", "__devm_reset_control_get");
    // drivers/pwm/core.c
    own(t, Kind.PWM, "pwm_get", "devm_pwm_get");
    // drivers/base/platform.c
    own(t, Kind.INTERRUPT, "platform_get_irq", "platform_get_irq_optional");
    // drivers/cpuidle/dt_idle_states.c
    t.put("dt_init_idle_driver", new Requests(Kind.IDLE_STATES, -1, false));
    return Map.copyOf(t);
  }

  /** What the function gives back when what is asked for is not there. */
  long lacking() {
    return kind == Kind.IDLE_STATES ? 0 : DEFER;
  }

  /** Of one that asks in turn. */
  static long lackingBelow() {
    return DEFER;
  }

  /** The device comes first, then the name. */
  private static void own(Map<String, Requests> table, Kind kind, String... functions) {
    for (var function : functions) {
      table.put(function, new Requests(kind, 1, false));
    }
  }
}
