package dev.unprobed.kernel.driver;

import dev.unprobed.kernel.code.Value;
import dev.unprobed.kernel.program.Program;
import java.util.ArrayList;
import java.util.List;

/**
 * The probe functions of a driver: that of its device_driver, and those of the bus's own structure,
 * by bus (platform_driver and its like). Of a structure that is not known here, the first pointers
 * to code are taken.
 */
final class Probes {
  private final Program program;
  private final Layout layout;
  private final int p;

  Probes(Program program, Layout layout) {
    this.program = program;
    this.layout = layout;
    this.p = layout.pointer();
  }

  List<Long> of(Effect.Registers r) {
    long driver = DriverReader.address(r);
    if (driver == 0) {
      return List.of();
    }
    var found = new ArrayList<Long>();
    add(found, driver + layout.driverProbe());
    long after = driver + layout.driverSize();
    long container = DriverReader.container(r);
    switch (r.busName()) {
      case "platform" -> platform(found, r, container);
      case "i2c" -> {
        add(found, container + p);
        add(found, container + 3L * p);
      }
      case "spi", "usb" -> add(found, container + p);
      case "amba" -> add(found, after);
      case "pci" -> add(found, container + 4L * p);
      case "sdio" -> add(found, container + 2L * p);
      default -> around(found, container == 0 ? driver : container, after);
    }
    return found;
  }

  /** It may have been given to platform_driver_probe(), rather than stand in the structure. */
  private void platform(List<Long> found, Effect.Registers r, long container) {
    if (r.probe() instanceof Value.Constant(long probe, boolean _) && program.isCode(probe)) {
      found.add(probe);
    } else {
      add(found, container);
    }
  }

  private void around(List<Long> found, long start, long end) {
    for (long at = start; at < end + 10L * p && found.size() < 6; at += p) {
      add(found, at);
    }
  }

  private void add(List<Long> found, long at) {
    long target = at < 4096 && at >= 0 ? 0 : program.pointer(at);
    if (target != 0 && program.isCode(target)) {
      found.add(target);
    }
  }
}
