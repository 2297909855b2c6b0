package dev.unprobed.kernel.kbuild;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * What has to be so in a configuration. Symbols are without CONFIG_. {@code toString} writes it in
 * the syntax of Kconfig's own expressions.
 */
public sealed interface Condition {

  /**
   * A symbol has one of some values.
   *
   * @param values a sum of {@link #N}, {@link #M} and {@link #Y}; neither none nor all of them
   */
  record Is(String symbol, int values) implements Condition {
    static final int N = 1;
    static final int M = 2;
    static final int Y = 4;
    static final int ANY = N | M | Y;

    @Override
    public String toString() {
      return switch (values) {
        case N -> "!" + symbol;
        case M -> symbol + "=m";
        case Y -> symbol + "=y";
        case M | Y -> symbol;
        case N | Y -> symbol + "!=m";
        default -> symbol + "!=y";
      };
    }
  }

  /** The value of a symbol that is a number or a text, as make sees it, is or is not this text. */
  record Text(String symbol, String text, boolean equal) implements Condition {
    @Override
    public String toString() {
      return symbol + (equal ? "=" : "!=") + '"' + text + '"';
    }
  }

  /** Something that only the machine that builds could tell. */
  record Unknown(Line line, String what, boolean equal) implements Condition {
    @Override
    public String toString() {
      return (equal ? "" : "!") + "<" + what + " at " + line + ">";
    }
  }

  /** Each of them; none means always. */
  record All(List<Condition> parts) implements Condition {
    @Override
    public String toString() {
      return parts.isEmpty() ? "y" : Conditions.joined(parts, " && ", Any.class);
    }
  }

  /** At least one of them; none means never. */
  record Any(List<Condition> parts) implements Condition {
    @Override
    public String toString() {
      return parts.isEmpty() ? "n" : Conditions.joined(parts, " || ", All.class);
    }
  }

  /** What depends on nothing. */
  static Condition always() {
    return Conditions.ALWAYS;
  }

  /** What cannot be. */
  static Condition never() {
    return Conditions.NEVER;
  }

  /** A symbol is y. */
  static Condition yes(String symbol) {
    return new Is(symbol, Is.Y);
  }

  /** A symbol is m. */
  static Condition module(String symbol) {
    return new Is(symbol, Is.M);
  }

  /** A symbol is not n. */
  static Condition set(String symbol) {
    return new Is(symbol, Is.M | Is.Y);
  }

  /** Both. */
  default Condition and(Condition other) {
    return Conditions.all(this, other);
  }

  /** At least one. */
  default Condition or(Condition other) {
    return Conditions.any(this, other);
  }

  /** The opposite. */
  default Condition not() {
    return Conditions.not(this);
  }

  /**
   * Whether it is so in a configuration. What is unknown is not.
   *
   * @param values the value of a symbol as in a .config but without quotes; n or empty when unset
   */
  default boolean holds(UnaryOperator<String> values) {
    return switch (this) {
      case Is is -> (is.values() & Conditions.mask(values.apply(is.symbol()))) != 0;
      case Text text -> values.apply(text.symbol()).equals(text.text()) == text.equal();
      case Unknown _ -> false;
      case All all -> all.parts().stream().allMatch(part -> part.holds(values));
      case Any any -> any.parts().stream().anyMatch(part -> part.holds(values));
    };
  }

  /** The symbols in it, in order of their names. */
  default Set<String> symbols() {
    Set<String> symbols = new TreeSet<>();
    Conditions.visit(
        this,
        leaf -> {
          switch (leaf) {
            case Is is -> symbols.add(is.symbol());
            case Text text -> symbols.add(text.symbol());
            case Unknown _, All _, Any _ -> {}
          }
        });
    return symbols;
  }

  /** What in it nobody can know from the tree. */
  default List<Remark> unknowns() {
    Set<Remark> unknowns = new LinkedHashSet<>();
    Conditions.visit(
        this,
        leaf -> {
          if (leaf instanceof Unknown unknown) {
            unknowns.add(new Remark(unknown.line(), unknown.what()));
          }
        });
    return List.copyOf(unknowns);
  }
}
