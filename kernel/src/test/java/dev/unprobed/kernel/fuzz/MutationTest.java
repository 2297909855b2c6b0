package dev.unprobed.kernel.fuzz;

import dev.unprobed.kernel.tool.Tool;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Good files, damaged. More with {@code -Dunprobed.mutations=100000}. */
class MutationTest {
  private static final int RUNS = Integer.getInteger("unprobed.mutations", 2000);
  private static final long SEED = Long.getLong("unprobed.seed", 20261126);

  /** None of these small files may take longer. */
  private static final Duration SLOW = Duration.ofSeconds(10);

  private static final long[] NUMBERS = {
    0, 1, 2, 0xff, 0xff00, 0xffff, 0x7fff_ffff, 0x8000_0000L, 0xffff_ffffL, Long.MAX_VALUE, -1, -8
  };

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
    damage(good, Victims::elf);
    damage(good, Victims::program);
  }

  @Test
  void archive() throws IOException {
    for (String options : new String[] {"crs", "cDPrsT"}) {
      String name = "a-name-that-does-not-fit-into-a-header.o";
      Files.writeString(directory.resolve("b.s"), ".global b, c\nb: c: .word 1\n");
      Tool.of("aarch64-linux-gnu-as").run(directory, "-o", name, "b.s");
      Tool.of("aarch64-linux-gnu-ar").run(directory, options, options + ".a", name, "b.s");
      damage(Files.readAllBytes(directory.resolve(options + ".a")), Victims::archive);
    }
  }

  private static void damage(byte[] good, Consumer<byte[]> victim) {
    Random random = new Random(SEED);
    for (int run = 0; run < RUNS; run++) {
      byte[] input = good.clone();
      for (int i = random.nextInt(4); i >= 0; i--) {
        input = damaged(input, random);
      }
      byte[] chosen = input;
      try {
        Assertions.assertTimeout(SLOW, () -> victim.accept(chosen));
      } catch (RuntimeException | StackOverflowError | OutOfMemoryError | AssertionError e) {
        String shown = Base64.getEncoder().encodeToString(input);
        throw new AssertionError("seed %d, run %d:%n%s".formatted(SEED, run, shown), e);
      }
    }
  }

  private static byte[] damaged(byte[] input, Random random) {
    int at = random.nextInt(input.length);
    switch (random.nextInt(6)) {
      case 0 -> input[at] = (byte) random.nextInt(256);
      case 1 -> input[at] ^= (byte) (1 << random.nextInt(8));
      case 2 -> {
        return Arrays.copyOf(input, at + 1);
      }
      // Headers matter most: those of ELF are at the start, those of sections at the end.
      case 3 -> number(input, random.nextInt(Math.min(64, input.length)), random);
      case 4 -> number(input, Math.max(0, input.length - 1 - random.nextInt(1000)), random);
      default -> number(input, at, random);
    }
    return input;
  }

  private static void number(byte[] input, int at, Random random) {
    int width = 1 << random.nextInt(4);
    int start = at / width * width;
    ByteOrder order = random.nextBoolean() ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
    byte[] bytes = new byte[8];
    ByteBuffer.wrap(bytes)
        .order(order)
        .putLong(0, NUMBERS[random.nextInt(NUMBERS.length)] + random.nextInt(3) - 1);
    int from = order == ByteOrder.LITTLE_ENDIAN ? 0 : 8 - width;
    System.arraycopy(bytes, from, input, start, Math.min(width, input.length - start));
  }
}
