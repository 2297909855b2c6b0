package dev.unprobed.kconfig.target;

import dev.unprobed.kconfig.tree.NumberReader;
import org.jspecify.annotations.Nullable;

/**
 * Where randconfig's random numbers begin.
 *
 * @param value an unsigned number of 32 bits
 */
public record RandomSeed(int value) {
  /** The seed that KCONFIG_SEED gives, or one from the clock. */
  public static RandomSeed of(@Nullable String variable) {
    if (variable != null && !variable.isEmpty()) {
      NumberReader number = new NumberReader(variable, 0);
      if (number.end() == variable.length()) {
        return new RandomSeed((int) number.signedValue());
      }
    }
    return new RandomSeed((int) System.nanoTime());
  }

  /** The line that conf prints, so that the run can be repeated. */
  public String announcement() {
    return "KCONFIG_SEED=0x%X%n".formatted(value).replace(System.lineSeparator(), "\n");
  }

  CRandom generator() {
    return new CRandom(value);
  }
}
