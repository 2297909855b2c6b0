package dev.unprobed.app.report;

import java.util.List;
import java.util.stream.Stream;

/**
 * A symbol that a platform reaches. All texts are readable.
 *
 * @param symbol without the prefix
 * @param prompt the question that a user sees, empty when there is none
 * @param tristate whether it can be a module; otherwise it is a bool
 * @param value in the configuration
 * @param without the value with the platform switched off and everything else left
 * @param where its first definition, {@code file:line}
 * @param ways how the platform reaches it, the most direct first
 * @param why what gives it its value, one line
 * @param explanation the same with the whole chain, many lines
 * @param wishes what comes of asking for n, m and y, in this order
 */
public record Driver(
    String symbol,
    String prompt,
    boolean tristate,
    String value,
    String without,
    String where,
    List<Way> ways,
    String why,
    String explanation,
    List<Wish> wishes) {

  /** Whether some way has an effect in this configuration. */
  public boolean reached() {
    return ways.stream().anyMatch(Way::acts);
  }

  /** The most direct way that has an effect, or else the most direct one. */
  public Way way() {
    return ways.stream().filter(Way::acts).findFirst().orElse(ways.getFirst());
  }

  public String type() {
    return tristate ? "tristate" : "bool";
  }

  /** Whether it is defined where drivers are, rather than in the core of the kernel. */
  public boolean inDrivers() {
    return where.startsWith("drivers/") || where.startsWith("sound/");
  }

  /** Whether nothing that one asks for switches it off here. */
  public boolean essential() {
    return !possible().contains("n");
  }

  /** Whether it can be a module here. */
  public boolean modular() {
    return possible().contains("m");
  }

  /** The values that one can get here by asking for them, from n to y; at least one. */
  public List<String> possible() {
    return Stream.of("n", "m", "y")
        .filter(value -> wishes.stream().anyMatch(wish -> wish.value().equals(value)))
        .toList();
  }

  /** The same for people: {@code only y}, {@code m or y}, {@code n, m or y}. */
  public String range() {
    return switch (possible()) {
      case List<String> one when one.size() == 1 -> "only " + one.getFirst();
      case List<String> two when two.size() == 2 -> String.join(" or ", two);
      default -> "n, m or y";
    };
  }

  public Wish wish(String wanted) {
    return wishes.stream().filter(wish -> wish.wanted().equals(wanted)).findFirst().orElseThrow();
  }
}
