package dev.unprobed.board.boot;

import dev.unprobed.board.supply.Link;
import dev.unprobed.kernel.devicetree.Node;
import dev.unprobed.kernel.unit.Demand;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a device's suppliers let it probe (device_links_check_suppliers in drivers/base/core.c).
 */
final class Supply {
  private final BoardFacts facts;
  private final Map<Node, Device> devices;
  private final boolean modules;

  /**
   * @param modules whether the kernel can load any
   */
  Supply(BoardFacts facts, Map<Node, Device> devices, boolean modules) {
    this.facts = facts;
    this.devices = devices;
    this.modules = modules;
  }

  /** What the suppliers say, in the order in which a worse one is come to earlier. */
  enum Answer {
    READY,
    /**
     * Nobody drives the supplier, and the kernel waits no longer: the driver may or may not mind.
     */
    ABSENT,
    /** The same, and the driver is known to mind: it is deferred whenever it is tried. */
    FAILS,
    /** Probing fails with another error, and nobody tries again. */
    REFUSED,
    BLOCKED
  }

  /** The answer of the most demanding supplier, with a reason unless it is ready. */
  record Outcome(Answer answer, String reason) {
    Outcome worse(Outcome other) {
      return other.answer.compareTo(answer) > 0 ? other : this;
    }
  }

  private static final Outcome READY = new Outcome(Answer.READY, "");

  /**
   * Of all suppliers of a device.
   *
   * @param ref the driver that would take it
   * @param parts whether the driver reads the parts of its node itself
   */
  Outcome of(Device device, DriverRef ref, boolean parts, boolean timeout) {
    Outcome worst = READY;
    if (device.node != null) {
      for (Link link : facts.links.of(device.node)) {
        if (!link.cycle() && link.supplier() != device.node) {
          worst = worst.worse(insisted(one(link, timeout), ref, link, false));
        }
      }
      worst = worst.worse(legacy(device.node, ref, timeout));
      worst = worst.worse(absent(device.node, ref, timeout));
    }
    worst = worst.worse(idle(ref));
    Node holder = device.node != null || device.parent == null ? device.node : device.parent.node;
    return holder == null || !parts ? worst : worst.worse(below(holder, holder, ref, timeout));
  }

  private Outcome idle(DriverRef ref) {
    return Insistence.onIdleStates(ref) && !facts.idles
        ? new Outcome(
            Answer.REFUSED,
            "no processor names a state to idle in, and " + ref.label() + " fails without one")
        : READY;
  }

  /**
   * What the node names though it is not available. Nobody ever provides it:
   * of_clk_get_from_provider() and its like say -EPROBE_DEFER, and so does pinctrl; what becomes of
   * a power domain is said by {@link #domain}. A device with one power domain has to have it, with
   * several its driver decides.
   */
  private Outcome absent(Node node, DriverRef ref, boolean timeout) {
    Outcome worst = READY;
    Set<Link> links = facts.links.absent(node);
    long domains = links.stream().filter(link -> isDomain(link.property())).count();
    for (Link link : links) {
      boolean domain =
          isDomain(link.property())
              && domains == 1
              && facts.links.of(node).stream().noneMatch(other -> isDomain(other.property()));
      boolean pins = isPins(link.property()) && pins(link) == Answer.BLOCKED;
      if ((domain || pins || Insistence.onProvider(ref, link))
          && !facts.isInitialised(link.supplier())) {
        Answer answer = pins ? Answer.BLOCKED : domain ? domain(timeout) : Answer.FAILS;
        worst = worst.worse(new Outcome(answer, text(link) + " is not available"));
      }
    }
    return worst;
  }

  /**
   * __genpd_dev_pm_attach() asks driver_deferred_probe_check_state(), which defers as long as
   * somebody may come, and then has probing fail.
   */
  private static Answer domain(boolean timeout) {
    return timeout ? Answer.REFUSED : Answer.FAILS;
  }

  private static boolean isPins(String property) {
    return property.startsWith("pinctrl-");
  }

  /**
   * A controller that nobody drives: dt_to_map_one_config() in drivers/pinctrl/devicetree.c waits
   * for ever if a module may bring it and its node does not say that it can be done without.
   */
  private Answer pins(Link link) {
    for (Node node = link.supplier(); node != null; node = node.parent().orElse(null)) {
      if (node.has("pinctrl-use-default")) {
        return Answer.READY;
      }
    }
    return modules ? Answer.BLOCKED : Answer.READY;
  }

  private static boolean isDomain(String property) {
    return property.equals("power-domains");
  }

  /**
   * What parts of a node ask for that are no devices, such as the keys of a keyboard: the kernel
   * does not wait for it, but the driver may.
   */
  private Outcome below(Node holder, Node node, DriverRef ref, boolean timeout) {
    Outcome worst = READY;
    for (Node child : node.children()) {
      if (child.isAvailable() && !child.has("compatible") && !devices.containsKey(child)) {
        for (Link link : facts.links.of(child)) {
          if (!link.cycle() && !isBelow(link.supplier(), holder)) {
            Outcome one = one(link, timeout);
            boolean ready = one.answer() == Answer.READY || lacking(link) == Answer.READY;
            Outcome absent = new Outcome(Answer.ABSENT, one.reason());
            worst = ready ? worst : worst.worse(insisted(absent, ref, link, true));
          }
        }
        worst = worst.worse(below(holder, child, ref, timeout));
      }
    }
    return worst;
  }

  /** gpio-NAME, which drivers/gpio/gpiolib-of.c still looks up, though nobody waits for it. */
  private Outcome legacy(Node node, DriverRef ref, boolean timeout) {
    Outcome worst = READY;
    for (Demand demand : ref.driver().demands()) {
      String property = "gpio-" + demand.name();
      int[] cells = node.cells(property);
      if (demand.kind() == Demand.Kind.GPIO && cells.length > 0) {
        Optional<Node> supplier = facts.tree.byPhandle(cells[0]).filter(Node::isAvailable);
        if (supplier.isPresent()) {
          Outcome one = one(new Link(node, property, 0, supplier.get(), false), timeout);
          boolean ready = one.answer() == Answer.READY;
          worst = ready ? worst : worst.worse(new Outcome(Answer.FAILS, one.reason()));
        }
      }
    }
    return worst;
  }

  /** What a driver might do without, unless it is known to fail then. */
  private static Outcome insisted(Outcome outcome, DriverRef ref, Link link, boolean parts) {
    return outcome.answer() == Answer.ABSENT && Insistence.on(ref, link, parts)
        ? new Outcome(Answer.FAILS, outcome.reason() + ", and " + ref.label() + " fails without it")
        : outcome;
  }

  private static boolean isBelow(Node start, Node holder) {
    for (Node node = start; node != null; node = node.parent().orElse(null)) {
      if (node == holder) {
        return true;
      }
    }
    return false;
  }

  private Outcome one(Link link, boolean timeout) {
    Node supplier = link.supplier();
    Device device = devices.get(supplier);
    if (device != null) {
      return device(link, device, timeout);
    }
    if (facts.isInitialised(supplier)) {
      return READY;
    }
    for (Node above = supplier.parent().orElse(null);
        above != null;
        above = above.parent().orElse(null)) {
      Device holder = devices.get(above);
      if (holder != null && holder.isBound()) {
        return READY;
      }
      if (facts.isInitialised(above)) {
        return READY;
      }
      if (holder != null) {
        return blocked(link, "it has no device yet, " + holder.label + " is not bound");
      }
    }
    return blocked(link, "it never becomes a device");
  }

  private Outcome device(Link link, Device supplier, boolean timeout) {
    if (supplier.isBound() || (facts.isInitialised(link.supplier()) && !supplier.canMatch)) {
      return READY;
    }
    if (timeout && !supplier.canMatch) {
      String reason = text(link) + " has no driver";
      return new Outcome(lacking(link), reason);
    }
    return blocked(link, supplier.canMatch ? "it is not bound" : "it has no driver");
  }

  /** Of a supplier that nobody drives, once the timeout is over. */
  private Answer lacking(Link link) {
    String property = link.property();
    if (isPins(property)) {
      return pins(link);
    }
    if (property.equals("interrupt-parent")) {
      return Answer.READY;
    }
    return isDomain(property) ? domain(true) : Answer.ABSENT;
  }

  private static Outcome blocked(Link link, String why) {
    return new Outcome(Answer.BLOCKED, "waits for " + text(link) + ": " + why);
  }

  private static String text(Link link) {
    return link.supplier().path() + " (" + link.property() + ")";
  }
}
