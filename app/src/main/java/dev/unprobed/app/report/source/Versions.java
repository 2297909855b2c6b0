package dev.unprobed.app.report.source;

import java.util.Arrays;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Orders names such as {@code linux-source-6.12} by the version in them. */
final class Versions {
  /** The oldest first. */
  static final Comparator<String> ORDER = (a, b) -> Arrays.compare(numbers(a), numbers(b));

  private static final Pattern VERSION =
      Pattern.compile("linux-(?:source|image)-(\\d+(?:[.-]\\d+)*)");

  private Versions() {}

  /** Whether there is a version in the name. */
  static boolean has(String name) {
    return VERSION.matcher(name).find();
  }

  private static int[] numbers(String name) {
    Matcher matcher = VERSION.matcher(name);
    return matcher.find()
        ? Arrays.stream(matcher.group(1).split("[.-]", -1)).mapToInt(Integer::parseInt).toArray()
        : new int[0];
  }
}
