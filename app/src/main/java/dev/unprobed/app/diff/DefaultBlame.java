package dev.unprobed.app.diff;

import dev.unprobed.kconfig.tree.Expr;
import dev.unprobed.kconfig.tree.Property;
import dev.unprobed.kconfig.tree.Symbol;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds what made another default hold, or the same default have another value. */
record DefaultBlame(Blame blame) {
  Reason of(Symbol left, Symbol right, @Nullable Property lineA, @Nullable Property lineB) {
    Found found = found(left, right, lineA, lineB);
    boolean sameLines = texts(lines(left)).equals(texts(lines(right)));
    // Where every line is as it was, it is what they depend on that is another.
    boolean dependencies = sameLines && found.keys().isEmpty() && found.rule();
    return dependencies ? Reason.root(How.DEPENDENCIES_CHANGED) : Reason.of(How.DEFAULT, found);
  }

  private Found found(
      Symbol left, Symbol right, @Nullable Property lineA, @Nullable Property lineB) {
    if (lineA != null && lineB != null && text(lineA).equals(text(lineB))) {
      return value(lineA, lineB).and(blame.dependency(lineA.condition(), lineB.condition()));
    }
    List<Property> linesA = lines(left);
    List<Property> linesB = lines(right);
    if (!texts(linesA).equals(texts(linesB))) {
      return Found.RULE;
    }
    int first = first(linesA.indexOf(lineA), linesB.indexOf(lineB));
    return first < 0
        ? Found.NOTHING
        : blame.dependency(linesA.get(first).condition(), linesB.get(first).condition());
  }

  /** The values of the lines may be numbers or texts, which are symbols that differ as texts. */
  private Found value(Property lineA, Property lineB) {
    Expr value = lineB.value();
    Found found = blame.dependency(lineA.value(), value);
    return found.nothing() ? blame.mentioned(value) : found;
  }

  /** The earlier of two lines, of which either may be missing. */
  private static int first(int a, int b) {
    return a < 0 || b < 0 ? Math.max(a, b) : Math.min(a, b);
  }

  private static List<String> texts(List<Property> lines) {
    return lines.stream().map(DefaultBlame::text).toList();
  }

  static List<Property> lines(Symbol symbol) {
    return symbol.properties().stream()
        .filter(property -> property.kind() == Property.Kind.DEFAULT)
        .toList();
  }

  /** The line as it was read. */
  static String text(Property line) {
    Expr condition = line.ownCondition();
    String value = Blame.text(line.value());
    return condition == null ? value : value + " if " + Blame.text(condition);
  }
}
