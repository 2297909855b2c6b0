package dev.unprobed.kernel.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unprobed.kernel.kbuild.BuildPlan;
import dev.unprobed.kernel.program.Architecture;
import dev.unprobed.kernel.unit.Driver;
import dev.unprobed.kernel.unit.Kernel;
import dev.unprobed.kernel.unit.Linkage;
import dev.unprobed.kernel.unit.MadeDevice;
import dev.unprobed.kernel.unit.Unit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceNamesTest {
  @TempDir Path folder;

  private static Driver driver(String name) {
    return new Driver(
        "toy",
        name,
        List.of(),
        List.of(),
        false,
        List.of(),
        6,
        Driver.Registration.ALWAYS,
        false,
        Set.of(),
        0);
  }

  private static Unit nameless(List<String> drivers, MadeDevice... devices) {
    return new Unit(
        "(some_init)",
        "",
        Linkage.BUILT_IN,
        drivers.stream().map(SourceNamesTest::driver).toList(),
        List.of(),
        List.of(devices),
        List.of(),
        Set.of(),
        "");
  }

  private Kernel named(Map<String, String> config, Unit... units) throws IOException {
    SmallSources.with(folder)
        .file("drivers/main.c", registered("card"))
        .file("drivers/more.c", registered("extra"))
        .file("drivers/clock.c", registered("clock") + registered("extra"));
    BuildPlan plan = BuildPlan.read(folder, "toy");
    SourceIndex index = SourceIndex.read(folder, plan, _ -> true);
    Kernel kernel =
        new Kernel("package", "6.1", Architecture.ARM64, config, List.of(units), List.of());
    return SourceNames.named(kernel, plan, index);
  }

  private static String registered(String name) {
    return """
    static struct toy_driver NAME_driver = { .driver = { .name = "NAME" } };
    module_toy_driver(NAME_driver);
    """
        .replace("NAME", name);
  }

  private static List<String> shown(Kernel kernel) {
    return kernel.units().stream()
        .map(unit ->
            unit.name()
                + " "
                + unit.path()
                + " "
                + unit.symbol()
                + unit.drivers().stream().map(Driver::name).toList()
                + unit.devices().stream().map(MadeDevice::name).toList())
        .toList();
  }

  @Test
  void joinsAUnitThatIsKnown() throws IOException {
    Unit known =
        new Unit(
            "card",
            "drivers/card",
            Linkage.BUILT_IN,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            Set.of(),
            "");
    Kernel kernel = named(Map.of("CARD", "y"), known, nameless(List.of("card")));
    assertThat(shown(kernel)).containsExactly("card drivers/card CARD[card][]");
    assertThat(kernel.remarks())
        .containsExactly("the sources name the units of 1 of 1 such drivers");
  }

  /** In one configuration only one unit has it, in another both have. */
  @Test
  void namesOnlyWhatOneUnitDeclares() throws IOException {
    Unit unit = nameless(List.of("extra"));
    assertThat(shown(named(Map.of("CARD", "y", "MORE", "y"), unit)))
        .containsExactly("card drivers/card CARD[extra][]");
    assertThat(shown(named(Map.of("CARD", "y", "MORE", "y", "CLOCK", "y"), unit)))
        .containsExactly("(some_init)  [extra][]");
    assertThat(shown(named(Map.of(), unit))).containsExactly("(some_init)  [extra][]");
  }

  /** Initcalls of one name are one nameless unit, whatever they are of. */
  @Test
  void takesDriversOfSeveralUnitsApart() throws IOException {
    MadeDevice child = new MadeDevice("toy", "child", "", MadeDevice.When.PROBE, "toy/clock");
    MadeDevice lone = new MadeDevice("toy", "lone", "", MadeDevice.When.INIT, "");
    Unit unit = nameless(List.of("card", "clock"), child, lone);
    assertThat(shown(named(Map.of("CARD", "y", "CLOCK", "y"), unit)))
        .containsExactly(
            "card drivers/card CARD[card][]",
            "clock drivers/clock CLOCK[clock][child]",
            "(some_init)  [][lone]");
  }
}
