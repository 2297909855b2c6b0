package dev.unprobed.reclaim.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unprobed.kernel.bytes.Bytes;
import dev.unprobed.kernel.elf.ElfFile;
import dev.unprobed.kernel.tool.Tool;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The first process can be made, and needs nothing else in its root file system. */
final class GuestTest {

  @Test
  void isOneStaticProgram() throws IOException {
    Tool.of("aarch64-linux-gnu-gcc");
    byte[] program = Guest.compile("aarch64-linux-gnu-gcc");
    ElfFile elf = ElfFile.read(Bytes.of("init", program));
    assertThat(elf.sections()).noneMatch(section -> section.name().equals(".interp"));
    assertThat(program.length).isLessThan(1 << 17);
  }
}
