package dev.unprobed.board;

import dev.unprobed.kernel.unit.Driver;
import dev.unprobed.kernel.unit.Unit;
import java.util.List;

/**
 * A driver and what becomes of it.
 *
 * @param unit that the driver belongs to
 * @param devices that it takes or may take, as named in /sys/bus/BUS/devices
 * @param reason for people; for a dead one the proof
 */
public record DriverReport(
    Unit unit, Driver driver, Verdict verdict, List<String> devices, String reason) {
  /** As below /sys/bus: bus/driver. */
  public String label() {
    return driver.bus() + "/" + driver.name();
  }
}
