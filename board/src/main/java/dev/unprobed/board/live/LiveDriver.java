package dev.unprobed.board.live;

import java.util.List;
import java.util.OptionalLong;

/**
 * A driver that is registered now.
 *
 * @param bus such as platform
 * @param name as under /sys/bus/BUS/drivers
 * @param devices what is bound to it, by the names of the devices
 * @param module whose code it is; empty for a part of the image that could not be a module
 * @param moduleSize what the loaded module takes, in bytes, without what its init took; absent for
 *     a driver that is built in
 */
public record LiveDriver(
    String bus, String name, List<String> devices, String module, OptionalLong moduleSize) {

  /** Whether nothing is bound to it. */
  public boolean unprobed() {
    return devices.isEmpty();
  }

  /** As in lists: bus/name. */
  public String path() {
    return bus + "/" + name;
  }
}
