package dev.unprobed.prove.value;

import dev.unprobed.kconfig.tree.Symbol;
import dev.unprobed.kconfig.tree.SymbolType;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;

/**
 * The values of one symbol over all configurations.
 *
 * @param values that occur in some configuration: n, m, y in this order, or texts; for a number or
 *     string that the user types in, those among its representatives
 * @param undecided values of which nothing is known, because the limit came first
 * @param ranges all that an int or hex can be, such as {@code 2..64}; absent where that is not
 *     known, and for other types
 * @param representative whether there are others beside the values, for which these only stand
 */
public record Possible(
    Symbol symbol,
    SequencedSet<String> values,
    SequencedSet<String> undecided,
    @Nullable List<String> ranges,
    boolean representative) {
  public Possible {
    values = Collections.unmodifiableSequencedSet(new LinkedHashSet<>(values));
    undecided = Collections.unmodifiableSequencedSet(new LinkedHashSet<>(undecided));
  }

  /** The values n, m and y that a symbol's type allows and no configuration gives it. */
  public List<String> impossible() {
    List<String> ofType =
        switch (symbol.type()) {
          case BOOL -> List.of("n", "y");
          case TRISTATE -> List.of("n", "m", "y");
          case INT, HEX, STRING, UNKNOWN -> List.of();
        };
    return ofType.stream()
        .filter(value -> !values.contains(value) && !undecided.contains(value))
        .toList();
  }

  /** What the values come to. Only when nothing is undecided. */
  public Kind kind() {
    if (!undecided.isEmpty()) {
      return Kind.UNDECIDED;
    }
    if (!symbol.type().logical()) {
      return values.size() == 1 ? Kind.CONSTANT : Kind.FREE;
    }
    boolean n = values.contains("n");
    boolean m = values.contains("m");
    boolean y = values.contains("y");
    if (!n) {
      return m && y ? Kind.ALWAYS_ON : m ? Kind.ALWAYS_M : Kind.ALWAYS_Y;
    }
    boolean tristate = symbol.type() == SymbolType.TRISTATE;
    return m ? y ? Kind.FREE : Kind.NEVER_Y : !y ? Kind.DEAD : tristate ? Kind.NEVER_M : Kind.FREE;
  }

  /** What a symbol can be, in a word. */
  public enum Kind {
    /** Always n. */
    DEAD,
    ALWAYS_Y,
    ALWAYS_M,
    /** m or y, never n. */
    ALWAYS_ON,
    /** A tristate that is n or y. */
    NEVER_M,
    /** n or m. */
    NEVER_Y,
    /** An int, hex or string with one value. */
    CONSTANT,
    /** All that the type allows, or several texts. */
    FREE,
    /** The limit came first. */
    UNDECIDED;

    /** For people: {@code always y}. */
    public String text() {
      return switch (this) {
        case DEAD -> "dead";
        case ALWAYS_Y -> "always y";
        case ALWAYS_M -> "always m";
        case ALWAYS_ON -> "always on";
        case NEVER_M -> "never m";
        case NEVER_Y -> "never y";
        case CONSTANT -> "constant";
        case FREE -> "free";
        case UNDECIDED -> "undecided";
      };
    }
  }
}
