package dev.unprobed.bench.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
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
    assertThat(truth().modules()).containsExactly("evdev");
    assertThat(Snapshots.parse(TEXT).truth("settled").drivers()).containsExactly("platform/early");
  }

  @Test
  void askedForIsWhatDevicesAndTheKernelWant() {
    assertThat(Snapshots.parse(TEXT).asked("final"))
        .containsExactly("crypto-sha256", "of:NclockT(null)Cacme,clock");
  }

  @Test
  void whatIsWrittenIsReadAgain() throws IOException {
    truth().write(folder);
    assertThat(Truth.isIn(folder)).isTrue();
    Truth again = Truth.read(folder);
    assertThat(again.devices()).containsExactlyInAnyOrderElementsOf(truth().devices());
    assertThat(again.drivers()).isEqualTo(truth().drivers());
    assertThat(again.deferred()).isEqualTo(truth().deferred());
    assertThat(again.modules()).isEqualTo(truth().modules());
  }
}
