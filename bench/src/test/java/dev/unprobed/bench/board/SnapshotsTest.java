package dev.unprobed.bench.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From what init prints to the truth, and to files and back. */
final class SnapshotsTest {

  private static final String TEXT =
      """
      @@ settled/drivers
      /sys/bus/platform/drivers/early
      @@ final/drivers
      /sys/bus/platform/drivers/clock
      /sys/bus/amba/drivers/uart-pl011
      @@ final/devices
      '/sys/bus/platform/devices/soc:clock' -> '../../../devices/platform/soc/soc:clock'
      '/sys/bus/amba/devices/9000.uart' -> '../../../devices/platform/soc/9000.uart'
      '/sys/bus/cpu/devices/cpu0' -> '../../../devices/system/cpu/cpu0'
      @@ final/devicelinks
      '/sys/devices/platform/soc/soc:clock/driver' -> '../../../../bus/platform/drivers/clock'
      '/sys/devices/platform/soc/soc:clock/of_node' -> \
      '../../../../firmware/devicetree/base/soc/clock'
      '/sys/devices/platform/soc/9000.uart/of_node' -> '../../../../firmware/devicetree/base'
      @@ final/modalias
      /sys/devices/platform/soc/soc:clock/modalias:of:NclockT(null)Cacme,clock
      @@ final/requests
      -q -- crypto-sha256
      @@ final/deferred
      9000.uart\tplatform: supplier soc:clock not ready
      @@ final/probes
      soc:clock\t517
      soc:clock\t0
      9000.uart\t-517
      a device\t19
      @@ final/ids
      /sys/bus/amba/devices/9000.uart/id:00241011
      /sys/bus/amba/devices/a000.dma/id:00000000
      @@ final/modules
      evdev 24576 0 - Live 0x00000000
      """;

  @TempDir Path folder;

  private static Truth truth() {
    return Snapshots.parse(TEXT).truth("final");
  }

  @Test
  void eachDeviceHasItsDriverNodeAndModalias() {
    assertThat(truth().devices().stream().map(Device::line))
        .containsExactly(
            "platform\tsoc:clock\tclock\t/soc/clock\tof:NclockT(null)Cacme,clock",
            "amba\t9000.uart\t-\t/\t-",
            "cpu\tcpu0\t-\t-\t-");
  }

  @Test
  void theSetsAreOfTheSnapshotThatWasNamed() {
    assertThat(truth().drivers()).containsExactly("amba/uart-pl011", "platform/clock");
    assertThat(truth().bound()).containsExactly("platform/clock");
    assertThat(truth().deferred()).containsExactly("9000.uart");
    assertThat(truth().deferrals())
        .containsExactly(Map.entry("9000.uart", "platform: supplier soc:clock not ready"));
    assertThat(truth().modules()).containsExactly("evdev");
    assertThat(Snapshots.parse(TEXT).truth("settled").drivers()).containsExactly("platform/early");
  }

  @Test
  void askedForIsWhatDevicesAndTheKernelWant() {
    assertThat(Snapshots.parse(TEXT).asked("final"))
        .containsExactly("crypto-sha256", "of:NclockT(null)Cacme,clock");
  }

  @Test
  void aProbeThatFailedAndAnIdThatIsNoneAreNoted() {
    assertThat(truth().probes())
        .containsExactly(Map.entry("9000.uart", -517), Map.entry("a device", -19));
    assertThat(truth().silent()).containsExactly("a000.dma");
  }

  @Test
  void whatIsWrittenIsReadAgain() throws IOException {
    truth().write(folder);
    assertThat(Truth.isIn(folder)).isTrue();
    Truth again = Truth.read(folder);
    assertThat(again.devices()).containsExactlyInAnyOrderElementsOf(truth().devices());
    assertThat(again.drivers()).isEqualTo(truth().drivers());
    assertThat(again.deferrals()).isEqualTo(truth().deferrals());
    assertThat(again.probes()).isEqualTo(truth().probes());
    assertThat(again.silent()).isEqualTo(truth().silent());
    assertThat(again.modules()).isEqualTo(truth().modules());
  }
}
