package dev.unprobed.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unprobed.kernel.driver.Findings;
import dev.unprobed.kernel.driver.Findings.FoundDevice;
import dev.unprobed.kernel.driver.Findings.FoundMaker;
import dev.unprobed.kernel.driver.Summaries;
import dev.unprobed.kernel.unit.DeviceId;
import dev.unprobed.kernel.unit.Driver;
import dev.unprobed.kernel.unit.MadeDevice;
import dev.unprobed.kernel.unit.MadeDevice.When;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which drivers a device may be for whose name cannot be read. */
class NamelessDevicesTest {
  private static final List<Driver> DRIVERS =
      List.of(
          driver("platform", "left-part"),
          driver("platform", "table", new DeviceId.Name("right-part")),
          driver("platform", "phy-7"),
          driver("platform", "other"),
          driver("spi", "left-part"));

  private static Driver driver(String bus, String name, DeviceId... ids) {
    return new Driver(
        bus,
        name,
        List.of(),
        List.of(ids),
        ids.length > 0,
        List.of(),
        6,
        Driver.Registration.ALWAYS,
        false,
        Set.of(),
        0);
  }

  private static List<MadeDevice> guessed(String... texts) {
    var maker = new FoundMaker("platform", When.PROBE, "platform/m", Set.of(texts), 0, "f");
    var found =
        new Findings(
            List.of(),
            List.of(),
            List.of(maker),
            List.of(),
            List.of(),
            Summaries.none(),
            List.of());
    return new NamelessDevices(DRIVERS)
        .complete(found).devices().stream().map(FoundDevice::device).toList();
  }

  @Test
  void namesAndIdsOfItsBus() {
    assertThat(guessed("left-part", "right-part", "cannot do it"))
        .containsExactly(
            MadeDevice.perhaps("platform", "left-part", When.PROBE, "platform/m"),
            MadeDevice.perhaps("platform", "right-part", When.PROBE, "platform/m"));
  }

  @Test
  void formatsThatAreNotTooWide() {
    assertThat(guessed("%s-part")).hasSize(2);
    assertThat(guessed("%s-%d", "%s")).isEmpty();
  }
}
