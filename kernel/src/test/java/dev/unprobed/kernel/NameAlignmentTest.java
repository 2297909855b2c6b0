package dev.unprobed.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unprobed.kernel.pack.BuiltIn;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Initcalls and units whose names are alike. */
class NameAlignmentTest {
  private final NameAlignment alignment =
      new NameAlignment(
          Stream.of(
                  "drivers/irqchip/irq-mbigen",
                  "drivers/gpio/gpio-pl061",
                  "drivers/phy/core",
                  "drivers/leds/leds-gpio",
                  "drivers/net/e1000",
                  "drivers/net/e1000e",
                  "drivers/soc/samsung/exynos-pmu")
              .map(path ->
                  new BuiltIn(path, path.replaceFirst(".*/", "").replace('-', '_'), List.of()))
              .toList());

  @Test
  void wordsInAnyOrder() {
    alignment.add(0x100, "pl061_gpio_driver_init");
    alignment.add(0x200, "exynos_pmu_init");
    assertThat(names()).isEqualTo(Map.of(0x100L, "gpio_pl061", 0x200L, "exynos_pmu"));
  }

  @Test
  void whatIsOutOfOrderDoesNotCount() {
    alignment.add(0x100, "exynos_pmu_init");
    alignment.add(0x200, "pl061_gpio_driver_init");
    alignment.add(0x300, "e1000_driver_init");
    assertThat(names()).isEqualTo(Map.of(0x200L, "gpio_pl061", 0x300L, "e1000"));
  }

  @Test
  void namesThatDisagree() {
    alignment.add(0x100, "e1000_init_module");
    alignment.add(0x100, "e1000e");
    assertThat(names()).isEmpty();
  }

  @Test
  void kindsMayBeLeftOut() {
    alignment.add(0x100, "mbigen_init");
    alignment.add(0x200, "leds_init");
    alignment.add(0x300, "phy_init");
    assertThat(names()).isEqualTo(Map.of(0x100L, "irq_mbigen"));
  }

  /** What is certain stands where no name is alike, unless it is certain of two. */
  @Test
  void whatIsKnownCounts() {
    alignment.add(0x100, "mbigen_init");
    alignment.add(0x200, "nothing_like_it_init");
    alignment.add(0x300, "two_say_otherwise_init");
    alignment.know(0x200, 6);
    alignment.know(0x300, 3);
    alignment.know(0x300, 4);
    assertThat(names()).isEqualTo(Map.of(0x100L, "irq_mbigen", 0x200L, "exynos_pmu"));
  }

  @Test
  void addressesAreUnsigned() {
    alignment.add(0xffff800000000200L, "exynos_pmu_init");
    alignment.add(0x7fff800000000200L, "pl061_gpio_driver_init");
    assertThat(names()).hasSize(2);
  }

  private Map<Long, String> names() {
    Map<Long, String> names = new TreeMap<>();
    alignment.owners().forEach((function, unit) -> names.put(function, unit.name()));
    return names;
  }
}
