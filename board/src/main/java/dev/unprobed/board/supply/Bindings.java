package dev.unprobed.board.supply;

import static dev.unprobed.board.supply.Binding.list;
import static dev.unprobed.board.supply.Binding.suffix;

import dev.unprobed.board.supply.Binding.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The bindings that a generation of kernels knows, in the order in which it tries them. */
public final class Bindings {
  private static final List<Binding> COMMON =
      List.of(
          list("clocks", "#clock-cells"),
          list("interconnects", "#interconnect-cells"),
          list("iommus", "#iommu-cells").onlyIfStrict(),
          Binding.of("iommu-map", Form.MAP).onlyIfStrict(),
          list("mboxes", "#mbox-cells"),
          list("io-channels", "#io-channel-cells"),
          list("dmas", "#dma-cells").onlyIfStrict(),
          list("power-domains", "#power-domain-cells"),
          list("hwlocks", "#hwlock-cells"),
          list("extcon", ""),
          list("phys", "#phy-cells"),
          list("wakeup-parent", ""),
          Binding.of("remote-endpoint", Form.ENDPOINT),
          list("pwms", "#pwm-cells"),
          list("resets", "#reset-cells"),
          list("leds", ""),
          list("backlight", ""),
          list("panel", ""),
          list("gpio", "#gpio-cells"),
          list("gpios", "#gpio-cells"),
          Binding.of("interrupts", Form.INTERRUPTS),
          Binding.of("interrupts-extended", Form.INTERRUPTS),
          suffix("-supply", ""),
          suffix("-gpio", "#gpio-cells"),
          suffix("-gpios", "#gpio-cells"));

  private static final List<Binding> ONLY_6_1 =
      List.of(list("interrupt-parent", ""), list("nvmem-cells", ""));

  private static final List<Binding> ONLY_6_12 =
      List.of(
          list("io-backends", "#io-backend-cells"),
          list("nvmem-cells", "#nvmem-cell-cells"),
          list("msi-parent", "#msi-cells"),
          list("pses", "#pse-cells"),
          list("power-supplies", ""),
          list("access-controllers", "#access-controller-cells"),
          Binding.of("interrupt-map", Form.INTERRUPT_MAP),
          Binding.of("post-init-providers", Form.NOT_BEFORE));

  private Bindings() {}

  /** As in Linux 6.1. */
  public static List<Binding> linux61() {
    return with(ONLY_6_1);
  }

  /** As in Linux 6.12. */
  public static List<Binding> linux612() {
    return with(ONLY_6_12);
  }

  private static List<Binding> with(List<Binding> more) {
    List<Binding> all = new ArrayList<>(COMMON);
    IntStream.rangeClosed(0, 8).forEach(i -> all.add(list("pinctrl-" + i, "")));
    all.addAll(more);
    return List.copyOf(all);
  }
}
