package dev.unprobed.reclaim.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unprobed.kernel.bytes.Bytes;
import dev.unprobed.kernel.elf.ElfFile;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The first process can be made, and needs nothing else in its root file system. */
final class GuestTest {

  private static final String COMPILER = "aarch64-linux-gnu-gcc";

  @Test
  void isOneStaticProgram() throws IOException {
    Needed.program(COMPILER);
    byte[] program = Guest.compile(COMPILER);
    ElfFile elf = ElfFile.read(Bytes.of("init", program));
    assertThat(elf.sections()).noneMatch(section -> section.name().equals(".interp"));
    assertThat(program.length).isLessThan(1 << 17);
  }
}
