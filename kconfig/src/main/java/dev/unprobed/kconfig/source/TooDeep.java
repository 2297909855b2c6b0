package dev.unprobed.kconfig.source;

import java.util.function.Supplier;

/**
 * What becomes of input whose chains are longer than the stack, which conf too walks recursively.
 */
public final class TooDeep {
  private TooDeep() {}

  /**
   * Does the work.
   *
   * @param file the first Kconfig file, for the message
   * @throws KconfigException in the place of a stack overflow
   */
  public static <T> T guard(String file, Supplier<T> work) {
    try {
      return work.get();
    } catch (StackOverflowError _) {
      throw new KconfigException(
          Diagnostic.ofFile(
              file,
              "too-deep",
              "a chain of symbols or expressions here is too long for the stack",
              "java -Xss1g gives it more room"));
    }
  }
}
