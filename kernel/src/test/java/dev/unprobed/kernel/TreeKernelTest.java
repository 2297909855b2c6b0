package dev.unprobed.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.unprobed.kernel.bytes.MalformedInput;
import dev.unprobed.kernel.program.Architecture;
import dev.unprobed.kernel.unit.DeviceId;
import dev.unprobed.kernel.unit.Driver;
import dev.unprobed.kernel.unit.Kernel;
import dev.unprobed.kernel.unit.Linkage;
import dev.unprobed.kernel.unit.Unit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TreeKernelTest {
  @TempDir Path root;

  @ParameterizedTest
  @CsvSource({"aarch64-linux-gnu,arm64", "arm-linux-gnueabihf,arm"})
  void buildTree(String target, String architecture) throws IOException {
    SmallKernel.build(root, target);
    Kernel kernel = KernelReader.read(root);
    assertThat(kernel.release()).isEqualTo("6.1.0-small");
    assertThat(kernel.architecture().kernelName()).isEqualTo(architecture);
    assertThat(kernel.config()).isEqualTo(Map.of("X", "y"));
    assertThat(kernel.remarks()).isEmpty();
    assertThat(kernel.units())
        .map(u -> u.linkage() + " " + u.name() + " " + u.path())
        .containsExactly(
            "BUILT_IN platform drivers/base/platform",
            "BUILT_IN x_y drivers/x/x-y",
            "BUILT_IN z drivers/z",
            "MODULE m drivers/m");
    assertThat(drivers(kernel.units().get(0))).isEmpty();
    assertThat(drivers(kernel.units().get(1)))
        .containsExactly("platform/x 6 ALWAYS [vendor,x1, vendor,x2]");
    assertThat(drivers(kernel.units().get(2)))
        .containsExactly("platform/z 6 ALWAYS [vendor,x1, vendor,x2]");
    assertThat(drivers(kernel.units().get(3))).containsExactly("platform/m 6 ALWAYS [vendor,m]");
  }

  @Test
  void theArchitectureIsToldEarlyAndMayEndTheReading() throws IOException {
    SmallKernel.build(root, "aarch64-linux-gnu");
    Consumer<Architecture> refuse =
        architecture -> {
          throw new IllegalStateException(architecture.kernelName());
        };
    assertThatIllegalStateException()
        .isThrownBy(() -> KernelReader.read(root, refuse))
        .withMessage("arm64");
  }

  @Test
  void whatTiesUnits() throws IOException {
    SmallKernel.build(root, "aarch64-linux-gnu");
    List<Unit> units = KernelReader.read(root).units();
    assertThat(units).map(Unit::linkage).filteredOn(Linkage.MODULE::equals).hasSize(1);
    assertThat(units.get(1).aliases()).containsExactly("platform:x");
    assertThat(units.get(1).depends()).containsExactly("platform");
    assertThat(units.get(3).aliases()).containsExactly("of:N*T*Cvendor,m");
    assertThat(units.get(3).depends()).containsExactly("other");
  }

  @Test
  void nothingBuilt() throws IOException {
    Files.createDirectories(root.resolve("include/generated"));
    Files.writeString(root.resolve(".config"), "");
    assertThatExceptionOfType(MalformedInput.class)
        .isThrownBy(() -> KernelReader.read(root))
        .satisfies(e -> assertThat(e.check()).isEqualTo("empty-tree"));
  }

  /** Any build tree or package: {@code -Dunprobed.kernel=PATH}. */
  @Test
  @EnabledIfSystemProperty(named = "unprobed.kernel", matches = ".+")
  void real() {
    Kernel kernel = KernelReader.read(Path.of(System.getProperty("unprobed.kernel")));
    List<Driver> drivers = kernel.units().stream().flatMap(u -> u.drivers().stream()).toList();
    System.out.printf(
        "%s: %d units, %d drivers, %d remarks%n",
        kernel.release(), kernel.units().size(), drivers.size(), kernel.remarks().size());
    assertThat(drivers).isNotEmpty();
  }

  private static List<String> drivers(Unit unit) {
    return unit.drivers().stream()
        .map(d ->
            "%s/%s %d %s %s"
                .formatted(
                    d.bus(),
                    d.name(),
                    d.level(),
                    d.registration(),
                    d.compatibles().stream().map(DeviceId.Compatible::compatible).toList()))
        .toList();
  }
}
