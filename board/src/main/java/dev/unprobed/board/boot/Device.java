package dev.unprobed.board.boot;

import dev.unprobed.kernel.devicetree.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A device on a bus while a boot goes on. */
final class Device {
  final String bus;

  /** What the bus compares with the names in drivers' tables. */
  final String name;

  /** For people and for sysfs: unlike the name it is unique. */
  final String label;

  final @Nullable Node node;
  final @Nullable Device parent;

  /** Which code made it, empty for the device tree. */
  final String maker;

  /** What user space is told of one that was found at run time; else empty. */
  String modalias = "";

  /** Lower case, since the kernel does not care about case there. */
  final List<String> compatible;

  /** AMBA: 0 when it is only known to the hardware. */
  long id;

  long idMask;

  List<Candidate> candidates = List.of();
  @Nullable DriverRef driver;
  @Nullable Phase boundIn;

  /** Whether a driver has ever matched, so that consumers wait for more than the timeout. */
  boolean canMatch;

  /** A driver may have taken it, so whoever comes later cannot be certain. */
  boolean contested;

  /** Its probe has failed, and nobody tries again. */
  boolean refused;

  String reason = "";
  final List<DriverRef> mayBind = new ArrayList<>();

  Device(
      String bus,
      String name,
      String label,
      @Nullable Node node,
      @Nullable Device parent,
      String maker) {
    this.bus = bus;
    this.name = name;
    this.label = label;
    this.node = node;
    this.parent = parent;
    this.maker = maker;
    this.compatible =
        node == null
            ? List.of()
            : node.compatible().stream().map(text -> text.toLowerCase(Locale.ROOT)).toList();
  }

  boolean isBound() {
    return driver != null;
  }

  @Override
  public String toString() {
    return bus + ":" + label;
  }
}
