package dev.unprobed.kernel.fuzz;

import dev.unprobed.kernel.tool.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Objects and archives, damaged. */
class MutationTest {
  private static final String SOURCE =
      """
      extern int other(const char *);
      static int counter = 3, zero[300];
      struct ops { int (*run)(int); const char *name; } ;
      int run(int i) { return other("one") + counter++ + zero[i]; }
      struct ops ops = { run, "two" };
      static const char info[] __attribute__((section(".modinfo"), used)) = "a.license=GPL";
      """;

  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "aarch64-linux-gnu-gcc -c",
        "aarch64-linux-gnu-gcc -c -mbig-endian",
        "aarch64-linux-gnu-gcc -c -ffunction-sections -fdata-sections",
        "aarch64-linux-gnu-gcc -shared -nostdlib -fPIC",
        "arm-linux-gnueabihf-gcc -c -marm",
        "arm-linux-gnueabihf-gcc -shared -nostdlib -fPIC -marm",
      })
  void elf(String command) throws IOException {
    Files.writeString(directory.resolve("a.c"), SOURCE);
    Tool.of(command.split(" ")).run(directory, "-O1", "-o", "a.o", "a.c");
    byte[] good = Files.readAllBytes(directory.resolve("a.o"));
    Damage.all(good, Victims::elf);
    Damage.all(good, Victims::program);
  }

  @Test
  void archive() throws IOException {
    for (String options : new String[] {"crs", "cDPrsT"}) {
      String name = "a-name-that-does-not-fit-into-a-header.o";
      Files.writeString(directory.resolve("b.s"), ".global b, c\nb: c: .word 1\n");
      Tool.of("aarch64-linux-gnu-as").run(directory, "-o", name, "b.s");
      Tool.of("aarch64-linux-gnu-ar").run(directory, options, options + ".a", name, "b.s");
      Damage.all(Files.readAllBytes(directory.resolve(options + ".a")), Victims::archive);
    }
  }
}
