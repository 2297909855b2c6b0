package dev.unprobed.kernel.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unprobed.kernel.kbuild.BuildPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SymbolViewTest {
  private static final Map<String, String> CONFIG = Map.of("NET", "y", "CARD", "y", "SECOND", "y");
  private static final Ledger LEDGER =
      new Ledger(
          "build/Image",
          107,
          107,
          List.of(
              entry(new Owner.Unit("kernel/core"), 1),
              entry(new Owner.Unit("net/sock"), 2),
              entry(new Owner.Unit("drivers/card"), 4),
              entry(new Owner.Unit("drivers/both"), 8),
              entry(new Owner.Unit("drivers/entry"), 16),
              entry(new Owner.Unit("out/of/tree"), 32),
              entry(new Owner.Padding(), 44)),
          List.of());

  @TempDir Path tree;

  private static Entry entry(Owner owner, long bytes) {
    return new Entry(owner, ByteClass.TEXT, bytes, bytes, 0);
  }

  @BeforeEach
  void makefiles() throws IOException {
    file("Makefile", "");
    file("arch/toy/Makefile", "");
    file("Kbuild", "obj-y += kernel/ drivers/\nobj-$(CONFIG_NET) += net/\n");
    file("kernel/Makefile", "obj-y += core.o\n");
    file("net/Makefile", "obj-y += sock.o\n");
    file(
        "drivers/Makefile",
        """
        obj-$(CONFIG_CARD) += card.o
        card-y := main.o entry.o
        obj-$(CONFIG_FIRST) += both.o
        obj-$(CONFIG_SECOND) += both.o
        """);
  }

  private void file(String name, String text) throws IOException {
    Path path = tree.resolve(name);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  /** A folder's symbol counts where a file has none, and of two symbols the one that is set. */
  @Test
  void namesTheSymbolThatPutAUnitThere() {
    List<Row> rows =
        View.bySymbol(LEDGER, BuildPlan.read(tree, "toy"), name -> CONFIG.getOrDefault(name, "n"));
    assertThat(rows.stream().map(row -> row.file() + " " + row.name()))
        .containsExactly(
            "44 [padding]",
            "32 (units that no makefile lists)",
            "20 CARD",
            "8 SECOND",
            "2 NET",
            "1 (no symbol: always built)");
    assertThat(rows.stream().mapToLong(Row::file).sum()).isEqualTo(LEDGER.fileSize());
  }
}
