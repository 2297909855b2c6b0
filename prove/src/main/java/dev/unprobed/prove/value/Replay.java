package dev.unprobed.prove.value;

import dev.unprobed.kconfig.eval.Evaluation;

/** Gives a configuration to something that knows what conf makes of it. */
@FunctionalInterface
public interface Replay {
  /**
   * The values that olddefconfig gives.
   *
   * @param config the lines of a {@code .config}, a byte string
   */
  Evaluation evaluate(String config);

  /** What symbols begin with in these lines. */
  default String prefix() {
    return "CONFIG_";
  }
}
