package dev.unprobed.kernel.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unprobed.kernel.bytes.Bytes;
import dev.unprobed.kernel.image.ImageWriter;
import dev.unprobed.kernel.image.KernelImage;
import dev.unprobed.kernel.program.Symbol;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackageLedgerTest {
  private static final long BASE = 0xffff800008000000L;

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

  /**
   * Names of functions only, as without KALLSYMS_ALL: what lies around them has a class all the
   * same.
   */
  @Test
  void knowsClassesByWhereCodeEnds() throws IOException {
    Path boot = Files.createDirectories(folder.resolve("tree/boot"));
    Files.write(boot.resolve("vmlinuz-1"), ImageWriter.arm64());
    Files.writeString(boot.resolve("System.map-1"), map(0x7f000, 0x80000));
    Ledger ledger = Ledgers.read(folder.resolve("tree"), folder.resolve("cache"));
    long end = KernelImage.read(Bytes.of(image)).named("_etext").getFirst().address() - BASE;
    assertThat(memory(ledger, ByteClass.RODATA) + memory(ledger, ByteClass.KALLSYMS))
        .isEqualTo(0x7f000 - end);
    assertThat(memory(ledger, ByteClass.INIT)).isEqualTo(0x1000);
    assertThat(memory(ledger, ByteClass.DATA)).isEqualTo(Files.size(image) - 0x80000 - 40 * 24);
  }

  private String map(long initStart, long initEnd) throws IOException {
    StringBuilder map = new StringBuilder();
    for (Symbol symbol : KernelImage.read(Bytes.of(image)).symbols()) {
      boolean code = symbol.kind() == Symbol.Kind.FUNCTION;
      map.append("%016x %s %s%n".formatted(symbol.address(), code ? "T" : "D", symbol.name()));
    }
    map.append("%016x T _text%n".formatted(BASE));
    map.append("%016x T _sinittext%n".formatted(BASE + initStart));
    map.append("%016x T _einittext%n".formatted(BASE + initEnd));
    for (int i = 0; i < 400; i++) {
      map.append("%016x A number%d%n".formatted(i, i));
    }
    return map.toString();
  }

  private static long memory(Ledger ledger, ByteClass what) {
    return ledger.entries().stream()
        .filter(entry -> entry.what() == what)
        .mapToLong(Entry::memory)
        .sum();
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
