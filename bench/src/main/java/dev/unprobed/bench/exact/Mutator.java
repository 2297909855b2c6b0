package dev.unprobed.bench.exact;

import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Changes about one line in twelve of a .config; the same seed makes the same changes.
 *
 * @param forms what a line is replaced with; {@code %s} is the symbol with its prefix
 */
record Mutator(int seed, List<String> forms) implements UnaryOperator<String> {

  /** Well-formed answers, none, or two. */
  static final List<String> FLIPS =
      List.of("", "%s=y", "%s=m", "%s=n", "# %s is not set", "%s=m\n%s=y", "%s=y\n# %s is not set");

  /** Answers of the wrong type, too large, or not in the form of an answer. */
  static final List<String> NONSENSE =
      List.of(
          "%s",
          "%s=",
          "%s =y",
          "  %s=y",
          "#%s is not set",
          "# %s is not set ",
          "# %s is  not set",
          "%s=Y",
          "%s=yes",
          "%s=0",
          "%s=-1",
          "%s=007",
          "%s=0x",
          "%s=0xfffffffffffffffff",
          "%s=99999999999999999999",
          "%s=\"text\"",
          "%s=\"\"",
          "%s=\"open",
          "%s=\"a\\\"b\\\\c\" tail",
          "%s=\"tab\tand \u00e4\"",
          "%s=y\r",
          "%s_NO_SUCH_SYMBOL=y",
          "%s_NO_SUCH_SYMBOL=12\n%s=y",
          "CONFIG_=y",
          "CONFIG",
          "nonsense %s",
          "=y",
          "\n\n");

  private static final Pattern ANSWER =
      Pattern.compile("(?m)^(?:# )?(CONFIG_\\w+)(?:=.*| is not set)$");
  private static final int ONE_IN = 12;

  @Override
  public String apply(String config) {
    Random random = new Random(seed);
    return ANSWER
        .matcher(config)
        .replaceAll(answer ->
            Matcher.quoteReplacement(
                random.nextInt(ONE_IN) == 0
                    ? form(random).replace("%s", answer.group(1))
                    : answer.group()));
  }

  private String form(Random random) {
    return forms.get(random.nextInt(forms.size()));
  }
}
