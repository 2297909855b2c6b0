package dev.unprobed.board.boot;

import dev.unprobed.kernel.unit.Driver;
import dev.unprobed.kernel.unit.Linkage;
import dev.unprobed.kernel.unit.Unit;

/** A driver of a kernel and its place among the others; the same only as one object. */
public final class DriverRef {
  private final Unit unit;
  private final Driver driver;
  private final int order;

  DriverRef(Unit unit, Driver driver, int order) {
    this.unit = unit;
    this.driver = driver;
    this.order = order;
  }

  public Unit unit() {
    return unit;
  }

  public Driver driver() {
    return driver;
  }

  /** In which drivers register: by level, then as linked, modules last. */
  public int order() {
    return order;
  }

  /** As below /sys/bus: bus/driver. */
  public String label() {
    return driver.bus() + "/" + driver.name();
  }

  public boolean isModule() {
    return unit.linkage() == Linkage.MODULE;
  }

  boolean isCertain() {
    return driver.registration() != Driver.Registration.PERHAPS;
  }

  @Override
  public String toString() {
    return label();
  }
}
