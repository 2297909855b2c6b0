package dev.unprobed.board.boot;

import dev.unprobed.board.supply.Link;
import dev.unprobed.kernel.devicetree.Node;
import dev.unprobed.kernel.unit.Demand;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Whether a driver fails without a supplier: what its probe asks for, beside what a node names
 * (of_find_gpio, of_parse_clkspec, regulator_dev_lookup and their like).
 */
final class Insistence {
  private static final Set<Demand.Kind> PROVIDED =
      EnumSet.of(Demand.Kind.CLOCK, Demand.Kind.GPIO, Demand.Kind.RESET, Demand.Kind.PWM);

  private Insistence() {}

  /**
   * @param parts whether the node is a part of the device's node
   */
  static boolean on(DriverRef ref, Link link, boolean parts) {
    return ref.driver().demands().stream()
        .anyMatch(demand -> demand.parts() == parts && names(demand, link));
  }

  /**
   * The same of a supplier whose node is not available, as far as the lookup does not care: a
   * missing provider of these is always one that may come.
   */
  static boolean onProvider(DriverRef ref, Link link) {
    return ref.driver().demands().stream()
        .filter(demand -> PROVIDED.contains(demand.kind()) && !demand.parts())
        .anyMatch(demand -> names(demand, link));
  }

  /** Whether it has to have states for the processors to idle in. */
  static boolean onIdleStates(DriverRef ref) {
    return ref.driver().demands().stream()
        .anyMatch(demand -> demand.kind() == Demand.Kind.IDLE_STATES);
  }

  private static boolean names(Demand demand, Link link) {
    String property = link.property();
    return switch (demand.kind()) {
      case GPIO -> isGpio(demand.name(), property);
      case REGULATOR -> property.equals(demand.name() + "-supply");
      case CLOCK -> property.equals("clocks") && isNamed(demand, link, "clock-names");
      case PHY -> property.equals("phys") && isNamed(demand, link, "phy-names");
      case RESET -> property.equals("resets") && isNamed(demand, link, "reset-names");
      case PWM -> property.equals("pwms") && isNamed(demand, link, "pwm-names");
      case INTERRUPT ->
          property.startsWith("interrupts") && demand.name().equals("" + link.index());
      case IDLE_STATES -> false;
    };
  }

  private static boolean isGpio(String name, String property) {
    return name.isEmpty()
        ? property.equals("gpios") || property.equals("gpio")
        : property.equals(name + "-gpios") || property.equals(name + "-gpio");
  }

  private static boolean isNamed(Demand demand, Link link, String property) {
    Node node = link.consumer();
    List<String> names = node.strings(property);
    return demand.name().isEmpty()
        ? link.index() == 0
        : names.indexOf(demand.name()) == link.index();
  }
}
