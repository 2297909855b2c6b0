package dev.unprobed.kernel.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unprobed.kernel.bytes.Bytes;
import dev.unprobed.kernel.elf.ElfFile;
import dev.unprobed.kernel.tool.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModuleLedgerTest {
  private static final String SOURCE =
      """
          .section .text, "ax"
      f:  .skip 5000
      g:  bl far
          bl far
          bl farther
          .section .init.text, "ax"
          .skip 100
          .section .rodata, "a"
          .skip 10
          .section .data, "aw"
          .balign 64
          .skip 4090
          .section .modinfo, "a"
          .skip 300
          .section .data..percpu, "aw"
          .skip 9000
          .section .plt, "ax"
          .byte 0
      """;

  @TempDir Path directory;

  /**
   * 5012 bytes of code and three stubs are two pages, read-only is one, data one. Before 6.4 the
   * symbols have another; since then they lie behind the data, which then is two.
   */
  @ParameterizedTest
  @CsvSource({
    "6.1.0, y, n, 20480",
    "6.4.0, y, n, 20480",
    "6.1.0, n, n, 16384",
    "6.1.0, y, y, 262144",
    "6.4.0, y, y, 196608",
    "10.0.0, n, n, 16384"
  })
  void roundsEachProtectionToPages(String release, String kallsyms, String large, long resident)
      throws IOException {
    ModuleRules rules =
        ModuleRules.of(
            Map.of("MODULES", "y", "KALLSYMS", kallsyms, "ARM64_64K_PAGES", large), release);
    Ledger ledger = Ledgers.ofModule("m.ko", module(), "drivers/m", rules);
    assertThat(ledger.residentSize()).isEqualTo(resident);
    assertThat(ledger.memorySize()).isGreaterThan(resident);
    assertThat(ledger.fileSize()).isEqualTo(Files.size(directory.resolve("m.o")));
  }

  @Test
  void countsAStubForEachDifferentFarCall() throws IOException {
    ModuleRules rules = ModuleRules.of(Map.of(), "6.1.0");
    Ledger ledger = Ledgers.ofModule("m.ko", module(), "drivers/m", rules);
    long text =
        ledger.entries().stream()
            .filter(e -> e.what() == ByteClass.TEXT)
            .mapToLong(Entry::resident)
            .sum();
    assertThat(text).isEqualTo(5012 + 3 * 12);
  }

  private ElfFile module() throws IOException {
    Files.writeString(directory.resolve("m.s"), SOURCE);
    Tool.of("aarch64-linux-gnu-as").run(directory, "-o", "m.o", "m.s");
    return ElfFile.read(Bytes.of(directory.resolve("m.o")));
  }
}
