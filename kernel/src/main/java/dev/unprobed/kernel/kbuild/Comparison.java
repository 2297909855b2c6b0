package dev.unprobed.kernel.kbuild;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether the two sides of an ifeq are the same text. */
final class Comparison {
  private static final Pattern SYMBOL = Pattern.compile("\\$[({]CONFIG_(\\w+)[)}]");
  private static final Set<String> SWITCHES = Set.of("", "y", "m", "n");

  private Comparison() {}

  static Condition equal(Statement.If open, Expander expander) {
    List<String> sides = sides(open.arguments());
    String left = sides.getFirst();
    String right = sides.getLast();
    Matcher symbol = SYMBOL.matcher(left);
    boolean text = symbol.matches() && right.indexOf('$') < 0 && !SWITCHES.contains(right);
    List<Piece> a = expander.expand(left);
    // What is compared with anything but y and m is a number or a text.
    return text && a.stream().noneMatch(piece -> piece.guard().equals(Condition.always()))
        ? new Condition.Text(symbol.group(1), right, true)
        : equal(a, expander.expand(right));
  }

  /** {@code (a,b)}, or each in quotes of either kind. */
  static List<String> sides(String arguments) {
    if (arguments.startsWith("(")) {
      int close = References.end("$" + arguments, 0) - 1;
      String inner = arguments.substring(1, Math.max(1, close - 1));
      List<String> sides = References.arguments(inner, 2);
      return List.of(sides.getFirst().strip(), sides.size() < 2 ? "" : sides.getLast().strip());
    }
    Matcher quoted = Pattern.compile("([\"'])(.*?)\\1\\s*([\"'])(.*?)\\3").matcher(arguments);
    return quoted.find() ? List.of(quoted.group(2), quoted.group(4)) : List.of(arguments, "");
  }

  private static Condition equal(List<Piece> left, List<Piece> right) {
    if (left.stream().allMatch(piece -> piece.text().isBlank())) {
      return Ways.present(right).not();
    }
    if (right.stream().allMatch(piece -> piece.text().isBlank())) {
      return Ways.present(left).not();
    }
    Condition equal = Condition.never();
    Map<String, Condition> others = Ways.of(right);
    for (Map.Entry<String, Condition> one : Ways.of(left).entrySet()) {
      for (Map.Entry<String, Condition> other : others.entrySet()) {
        equal =
            equal.or(same(one.getKey(), other.getKey()).and(one.getValue().and(other.getValue())));
      }
    }
    return equal;
  }

  private static Condition same(String a, String b) {
    if (Unknowns.in(a)) {
      return Unknowns.condition(a);
    }
    if (Unknowns.in(b)) {
      return Unknowns.condition(b);
    }
    return a.strip().equals(b.strip()) ? Condition.always() : Condition.never();
  }
}
