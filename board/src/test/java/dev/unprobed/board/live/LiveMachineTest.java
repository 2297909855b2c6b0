package dev.unprobed.board.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unprobed.kernel.bytes.MalformedInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveMachineTest {
  @TempDir Path root;

  @Test
  void tellsBoundFromUnprobed() throws IOException {
    Path bound = folder("sys/bus/platform/drivers/uart");
    folder("sys/bus/platform/drivers/spare");
    folder("sys/bus/empty");
    Path device = folder("sys/devices/platform/1000.serial");
    Files.createSymbolicLink(bound.resolve("1000.serial"), device);
    Files.writeString(bound.resolve("bind"), "");
    Path module = folder("sys/module/uart_mod");
    Files.writeString(module.resolve("coresize"), "16384\n");
    Files.createSymbolicLink(bound.resolve("module"), module);
    Files.writeString(folder("proc/sys/kernel").resolve("osrelease"), "6.1.0\n");

    LiveMachine machine = LiveMachine.read(root.resolve("sys"), root.resolve("proc"));

    assertThat(machine.release()).isEqualTo("6.1.0");
    assertThat(machine.knowsDeferred()).isFalse();
    assertThat(machine.drivers())
        .containsExactly(
            new LiveDriver("platform", "spare", List.of(), "", OptionalLong.empty()),
            new LiveDriver(
                "platform", "uart", List.of("1000.serial"), "uart_mod", OptionalLong.of(16384)));
  }

  @Test
  void readsWhatIsDeferred() throws IOException {
    folder("sys/bus");
    Files.writeString(folder("sys/kernel/debug").resolve("devices_deferred"), "a\tplatform: b\n");
    LiveMachine machine = LiveMachine.read(root.resolve("sys"), root.resolve("proc"));
    assertThat(machine.deferred()).containsExactly("a\tplatform: b");
    assertThat(machine.knowsDeferred()).isTrue();
  }

  @Test
  void saysThatThereIsNoSysfs() {
    assertThatThrownBy(() -> LiveMachine.read(root, root))
        .isInstanceOf(MalformedInput.class)
        .hasMessage("there is no list of buses to read");
  }

  private Path folder(String name) throws IOException {
    return Files.createDirectories(root.resolve(name));
  }
}
