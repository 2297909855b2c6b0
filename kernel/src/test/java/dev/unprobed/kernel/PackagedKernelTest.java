package dev.unprobed.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unprobed.kernel.pack.KernelPackage;
import dev.unprobed.kernel.unit.Kernel;
import dev.unprobed.kernel.unit.Linkage;
import dev.unprobed.kernel.unit.Unit;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** A real package: {@code -Dunprobed.package=PATH} of a .deb, or of what one was unpacked to. */
@EnabledIfSystemProperty(named = "unprobed.package", matches = ".+")
class PackagedKernelTest {
  @TempDir Path cache;

  @Test
  void everyModuleIsRead() throws IOException {
    long start = System.nanoTime();
    KernelPackage pack = KernelPackage.open(Path.of(System.getProperty("unprobed.package")), cache);
    Kernel kernel = PackagedKernel.read(pack, architecture -> {});
    long modules = units(kernel, Linkage.MODULE);
    assertThat(modules).isEqualTo(pack.modules().size()).isPositive();
    assertThat(kernel.config()).containsEntry("MODULES", "y");
    assertThat(kernel.release()).isNotEmpty();
    assertThat(kernel.units())
        .filteredOn(unit -> unit.linkage() == Linkage.BUILT_IN)
        .flatExtracting(Unit::drivers)
        .hasSizeGreaterThan(50);
    System.out.printf(
        "PackagedKernelTest: %s, %d built-in units, %d modules in %d ms%n",
        kernel.release(),
        units(kernel, Linkage.BUILT_IN),
        modules,
        (System.nanoTime() - start) / 1_000_000);
  }

  private static long units(Kernel kernel, Linkage linkage) {
    return kernel.units().stream().filter(unit -> unit.linkage() == linkage).count();
  }
}
