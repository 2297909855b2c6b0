package dev.unprobed.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unprobed.kconfig.source.KconfigException;
import dev.unprobed.kernel.ledger.ByteClass;
import dev.unprobed.kernel.ledger.Entry;
import dev.unprobed.kernel.ledger.Ledger;
import dev.unprobed.kernel.ledger.Owner;
import dev.unprobed.kernel.ledger.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerSourcesTest {
  private static final Ledger LEDGER =
      new Ledger(
          "build/Image",
          127,
          127,
          List.of(
              entry(new Owner.Unit("drivers/one"), 1),
              entry(new Owner.Unit("drivers/two-clk"), 2),
              entry(new Owner.Unit("drivers/shared"), 4),
              entry(new Owner.Unit("drivers/core"), 8),
              entry(new Owner.Unit("drivers/narrow"), 16),
              entry(new Owner.Unit("drivers/off"), 32),
              entry(new Owner.Padding(), 64)),
          List.of());

  @TempDir Path folder;
  private final TreeOptions options = new TreeOptions();
  private Path build = Path.of("");

  private static Entry entry(Owner owner, long bytes) {
    return new Entry(owner, ByteClass.TEXT, bytes, bytes, 0);
  }

  @BeforeEach
  void tree() throws IOException {
    build = folder.resolve("build");
    file("tree/Makefile", "VERSION = 6\nPATCHLEVEL = 1\nSUBLEVEL = 0\n");
    file("tree/Kbuild", "obj-y += drivers/\n");
    file("tree/arch/arm64/Makefile", "");
    file(
        "tree/Kconfig",
        "source \"arch/$(SRCARCH)/Kconfig.platforms\"\nsource \"drivers/Kconfig\"\n");
    file(
        "tree/arch/arm64/Kconfig.platforms",
        """
        config ARCH_ONE
        	bool "One"
        config ARCH_TWO
        	bool "Two"
        	select TWO_CLK
        config ARCH_TWO_NARROW
        	bool "A part of two"
        	depends on ARCH_TWO
        """);
    file(
        "tree/drivers/Kconfig",
        """
        config ONE
        	bool "One's"
        	depends on ARCH_ONE
        config TWO_CLK
        	bool
        config SHARED
        	bool "Of both"
        	depends on ARCH_ONE || ARCH_TWO
        config NARROW
        	bool "Of a part"
        	depends on ARCH_TWO_NARROW
        config OFF
        	bool "Off"
        """);
    file(
        "tree/drivers/Makefile",
        """
        obj-y += core.o
        obj-$(CONFIG_ONE) += one.o
        obj-$(CONFIG_TWO_CLK) += two-clk.o
        obj-$(CONFIG_SHARED) += shared.o
        obj-$(CONFIG_NARROW) += narrow.o
        obj-$(CONFIG_OFF) += off.o
        """);
    file(
        "build/.config",
        """
        # Linux/arm64 6.1.0 Kernel Configuration
        CONFIG_ARCH_ONE=y
        CONFIG_ARCH_TWO=y
        CONFIG_ARCH_TWO_NARROW=y
        CONFIG_ONE=y
        CONFIG_TWO_CLK=y
        CONFIG_SHARED=y
        CONFIG_NARROW=y
        """);
    options.cc = "no-such-compiler";
  }

  private void file(String name, String text) throws IOException {
    Path path = folder.resolve(name);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  @Test
  void tellsWhatWouldBeGoneWithAPlatform() {
    options.tree = folder.resolve("tree");
    LedgerSources sources = new LedgerSources(options, build);
    List<Row> rows = sources.platforms(sources.plan()).view(LEDGER);
    assertThat(rows.stream().map(row -> row.file() + " " + row.name()))
        .containsExactly(
            "64 [padding]",
            "32 (units that the configuration does not build)",
            "16 ARCH_TWO_NARROW",
            "8 (whatever the platform)",
            "4 (any of several platforms)",
            "2 ARCH_TWO",
            "1 ARCH_ONE");
    assertThat(rows.stream().mapToLong(Row::file).sum()).isEqualTo(LEDGER.fileSize());
  }

  @Test
  void findsTheSourcesThatTheBuildNames() throws IOException {
    Files.createSymbolicLink(build.resolve("source"), folder.resolve("tree"));
    assertThat(new LedgerSources(options, build).plan().unit("drivers/one")).isPresent();
  }

  @Test
  void saysThatTheSourcesAreGone() {
    assertThatThrownBy(() -> new LedgerSources(options, build))
        .isInstanceOf(KconfigException.class)
        .hasMessageContaining("sources are not there");
  }
}
