package dev.unprobed.kernel.fuzz;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Assertions;

/** Damages good files by a fixed seed. More with {@code -Dunprobed.mutations=100000}. */
public final class Damage {
  private static final int RUNS = Integer.getInteger("unprobed.mutations", 2000);
  private static final long SEED = Long.getLong("unprobed.seed", 20261126);

  /** None of these small files may take longer. */
  private static final Duration SLOW = Duration.ofSeconds(10);

  private static final long[] NUMBERS = {
    0, 1, 2, 0xff, 0xff00, 0xffff, 0x7fff_ffff, 0x8000_0000L, 0xffff_ffffL, Long.MAX_VALUE, -1, -8
  };

  private Damage() {}

  /**
   * Gives a file to a reader again and again, each time damaged in another way.
   *
   * @param victim throws nothing, whatever it is given
   */
  public static void all(byte[] good, Consumer<byte[]> victim) {
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
