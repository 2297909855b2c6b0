package dev.unprobed.kernel.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unprobed.kernel.image.ImageWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackageLedgerTest {
  @TempDir Path folder;
  private Path image = Path.of("");

  @BeforeEach
  void image() throws IOException {
    image = Files.write(folder.resolve("Image"), ImageWriter.arm64());
  }

  private long memory(Ledger ledger, Owner owner) {
    return ledger.entries().stream()
        .filter(entry -> entry.owner().equals(owner))
        .mapToLong(Entry::memory)
        .sum();
  }

  @Test
  void givesTablesTheirBytes() throws IOException {
    Ledger ledger = Ledgers.read(image, folder.resolve("cache"));
    assertThat(ledger.fileSize()).isEqualTo(Files.size(image));
    assertThat(memory(ledger, Tables.RELOCATIONS)).isEqualTo(40 * 24);
    assertThat(memory(ledger, Tables.KALLSYMS)).isGreaterThan(700 * 6);
    assertThat(memory(ledger, new Owner.Table("functions, units not known"))).isGreaterThan(70_000);
    assertThat(ledger.remarks()).anyMatch(remark -> remark.startsWith("IKHEADERS is off"));
  }

  @Test
  void addsTheBootFileUp() throws IOException {
    Ledger ledger = Ledgers.readFile(image, folder.resolve("cache"));
    assertThat(View.byUnit(ledger))
        .containsExactly(
            new Row("[kernel]", Files.size(image), 0, 0, java.util.Map.of(ByteClass.OTHER, 0L)));
    assertThat(List.of(ledger.fileSize(), ledger.memorySize()))
        .containsExactly(Files.size(image), 0L);
  }
}
