package dev.unprobed.kernel.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unprobed.kernel.program.Architecture;
import dev.unprobed.kernel.unit.Declaration;
import dev.unprobed.kernel.unit.DeviceId;
import dev.unprobed.kernel.unit.Driver;
import dev.unprobed.kernel.unit.Linkage;
import dev.unprobed.kernel.unit.Unit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceKernelTest {
  @TempDir Path folder;

  private static final String CARD =
      """
      /* .compatible = "toy,in-a-comment" */
      #include "card.h"
      #define COMPAT(x) { .compatible = "toy," x }
      static const struct of_device_id card_of_match[] = {
      	COMPAT("one"), { .compatible = TWO, .data = (void *)1 },
      #ifdef CONFIG_MORE
      	COMPAT("more"),
      #else
      	COMPAT("less"),
      #endif
      	{ "node", "type" },
      #if 0
      	COMPAT("never"),
      #endif
      	{ /* sentinel */ }
      };
      MODULE_DEVICE_TABLE(of, card_of_match);
      static const struct toy_device_id ids[] = { { "card-a", 1 }, { .name = "card-b" }, { } };
      static struct toy_driver card_driver = {
      	.probe = card_probe,
      	.id_table = ids,
      	.driver = {
      		.name = KBUILD_MODNAME "",
      		.of_match_table = of_match_ptr(card_of_match),
      		.probe_type = PROBE_PREFER_ASYNCHRONOUS,
      	},
      };
      module_toy_driver(card_driver);
      MODULE_ALIAS("toy:" CARD_NAME);
      """;

  private Unit unit(Map<String, String> config, String path) throws IOException {
    SmallSources.with(folder)
        .file("drivers/main.c", CARD.replace("KBUILD_MODNAME \"\"", "KBUILD_MODNAME"))
        .file("drivers/card.h", "#define TWO \"toy,\" \"two\"\n#define CARD_NAME \"card\"\n")
        .file("drivers/more.c", "static struct toy_driver unused = { .driver.name = \"extra\" };\n")
        .file(
            "drivers/clock.c",
            """
            CLOCK_DECLARE(a, "toy,clock", setup);
            static struct toy_driver early = { .driver.name = "early", };
            static struct toy_driver * const all[] = { &early };
            static int __init clock_init(void)
            {
            	return toy_register_drivers(all, 1);
            }
            core_initcall(clock_init);
            """);
    return SourceKernel.read(folder, Architecture.ARM64, config, "6.1").units().stream()
        .filter(unit -> unit.path().equals(path))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void readsDriversAsTheConfigurationHasThem() throws IOException {
    Unit card = unit(Map.of("CARD", "m", "OF", "y", "MORE", "y"), "drivers/card");
    assertThat(card.linkage()).isEqualTo(Linkage.MODULE);
    assertThat(card.symbol()).isEqualTo("CARD");
    Driver driver = card.drivers().getFirst();
    assertThat(driver.bus() + "/" + driver.name()).isEqualTo("toy/card");
    assertThat(driver.compatibles())
        .containsExactly(
            new DeviceId.Compatible("", "", "toy,one"),
            new DeviceId.Compatible("", "", "toy,two"),
            new DeviceId.Compatible("", "", "toy,more"),
            new DeviceId.Compatible("node", "type", ""));
    assertThat(driver.ids())
        .isEqualTo(List.of(new DeviceId.Name("card-a"), new DeviceId.Name("card-b")));
    assertThat(driver.registration()).isEqualTo(Driver.Registration.ALWAYS);
    assertThat(driver.asynchronous()).isTrue();
    assertThat(card.drivers()).extracting(Driver::name).containsExactly("card", "extra");
    assertThat(card.aliases())
        .contains("toy:card", "of:N*T*Ctoy,one", "of:N*T*Ctoy,oneC*", "of:NnodeTtype");
  }

  @Test
  void leavesOutWhatTheConfigurationLeavesOut() throws IOException {
    Unit card = unit(Map.of("CARD", "y"), "drivers/card");
    assertThat(card.drivers()).hasSize(1);
    assertThat(card.drivers().getFirst().compatibles()).isEmpty();
    assertThat(card.aliases()).contains("of:N*T*Ctoy,less").doesNotContain("of:N*T*Ctoy,more");
  }

  @Test
  void readsDeclarationsAndLevels() throws IOException {
    Unit clock = unit(Map.of("CLOCK", "y"), "drivers/clock");
    assertThat(clock.declarations())
        .containsExactly(new Declaration("__clk_of_table", "toy,clock"));
    assertThat(clock.drivers().getFirst().level()).isEqualTo(1);
    assertThat(clock.drivers().getFirst().registration()).isEqualTo(Driver.Registration.ALWAYS);
  }

  @Test
  void comesToAnEndWithSourcesThatAreNoC() throws IOException {
    SmallSources.with(folder)
        .file(
            "drivers/main.c",
            "#define A A B(\n#define B(x) A x ## x #x\nstruct of_device_id x = {{{ A B(")
        .file(
            "drivers/clock.c",
            "\"_driver\n'/*#if\n#else\n#endif\n#endif\nstruct x_driver y = { .a.b[ = ")
        .file("drivers/more.c", "#define _driver(a...) _driver(a a) _driver(a)\n_driver(1)\n\\");
    Map<String, String> config = Map.of("CARD", "y", "CLOCK", "y", "MORE", "y");
    assertThat(SourceKernel.read(folder, Architecture.ARM, config, "").units()).hasSize(3);
  }
}
