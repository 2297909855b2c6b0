package dev.unprobed.bench.promise;

/**
 * What the report says about one symbol in one situation.
 *
 * @param platform the symbol of the platform in whose table it stands
 * @param arch as in {@code make ARCH=}
 * @param config the default configuration that was looked at, such as {@code defconfig}
 * @param symbol without the prefix
 * @param situation what is done before conf is asked
 * @param value what the symbol is said to be then: n, m or y
 */
public record Promise(
    String platform, String arch, String config, String symbol, Situation situation, String value) {

  /** What is done to the configuration. */
  public enum Situation {
    /** Nothing. */
    AS_IT_IS(""),
    /** The platform is switched off in the default configuration. */
    WITHOUT(""),
    ASKED_N("n"),
    ASKED_M("m"),
    ASKED_Y("y");

    private final String wanted;

    Situation(String wanted) {
      this.wanted = wanted;
    }

    /** The value that is asked for; empty when none is. */
    String wanted() {
      return wanted;
    }
  }

  @Override
  public String toString() {
    String what =
        switch (situation) {
          case AS_IT_IS -> "as it is";
          case WITHOUT -> "without " + platform;
          case ASKED_N, ASKED_M, ASKED_Y -> "asked for " + situation.wanted;
        };
    return arch + ", " + symbol + " " + what;
  }
}
