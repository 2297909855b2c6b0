package dev.unprobed.prove.model;

import dev.unprobed.kconfig.tree.Expr;
import dev.unprobed.kconfig.tree.MenuTree;
import dev.unprobed.kconfig.tree.Numbers;
import dev.unprobed.kconfig.tree.Property;
import dev.unprobed.kconfig.tree.Symbol;
import dev.unprobed.kconfig.tree.SymbolType;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a user may type in for an int, hex or string, as far as the tree can tell one text from
 * another.
 *
 * <p>Symbols whose texts meet, in a comparison, a default or a range, form a family. Every constant
 * that a family meets is a candidate for each of its symbols, and so are the numbers around it: one
 * on each side, and more where several symbols of the family are typed in and may have to differ.
 * Where texts are only handed on by defaults, nothing tells them apart, and one more is enough.
 */
final class Candidates {
  private static final int MOST_NEIGHBOURS = 8;

  /** By what they count as. */
  private static final List<String> LOGICAL = List.of("n", "m", "y");

  private final Map<Symbol, Symbol> parents = new HashMap<>();
  private final Map<Symbol, SequencedSet<String>> constants = new HashMap<>();
  private final Map<Symbol, Integer> typedIn = new HashMap<>();
  private final Set<Symbol> compared = new HashSet<>();
  private final Set<Symbol> mixed = new HashSet<>();
  private final BitSet seen = new BitSet();

  /** Looks at all of a tree. */
  static Candidates of(MenuTree tree) {
    Candidates candidates = new Candidates();
    for (Symbol symbol : tree.symbols()) {
      candidates.visit(symbol.reverseDependency());
      candidates.visit(symbol.weakReverseDependency());
      candidates.visit(symbol.directDependency());
      for (Property property : symbol.properties()) {
        candidates.visit(property.condition());
        candidates.visit(property.value());
        candidates.meetValue(symbol, property);
      }
    }
    for (Symbol symbol : tree.symbols()) {
      if (text(symbol) && Visibility.prompted(symbol)) {
        candidates.typedIn.merge(candidates.family(symbol), 1, Integer::sum);
      }
    }
    return candidates;
  }

  /** The texts, most telling ones first. */
  SequencedSet<String> of(Symbol symbol) {
    Symbol family = family(symbol);
    Collection<String> met = constants.getOrDefault(family, new LinkedHashSet<>());
    int distance = Math.min(typedIn.getOrDefault(family, 1), MOST_NEIGHBOURS);
    SequencedSet<String> texts = new LinkedHashSet<>(met);
    // Where types meet, each has to be able to have the texts of the others.
    List<SymbolType> types =
        mixed.contains(family)
            ? List.of(SymbolType.INT, SymbolType.HEX, SymbolType.STRING)
            : List.of(symbol.type());
    for (SymbolType type : types) {
      Collection<String> around = compared.contains(family) ? met : highest(type, met);
      if (type == SymbolType.STRING) {
        addStrings(texts, around, distance);
      } else {
        addNumbers(type, texts, around, distance);
      }
    }
    texts.removeIf(text -> !Numbers.valid(symbol.type(), text));
    return texts;
  }

  /**
   * The numbers that an int or hex is held against, where all of its family are of one type: then
   * those, and the order of the symbols that are typed in, are all that matters.
   */
  @Nullable Landmarks landmarks(Symbol symbol) {
    Symbol family = family(symbol);
    int room = typedIn.getOrDefault(family, 0);
    if (!symbol.type().numeric() || mixed.contains(family) || room < 1 || room > MOST_NEIGHBOURS) {
      return null;
    }
    SortedSet<Long> numbers = new TreeSet<>();
    for (String text : constants.getOrDefault(family, new LinkedHashSet<>())) {
      Long number = Landmarks.number(symbol.type(), text);
      if (number == null) {
        return null;
      }
      numbers.add(number);
    }
    return new Landmarks(symbol.type(), numbers, compared.contains(family), room);
  }

  /** Whether the texts of a number or string only stand for those that may be typed in. */
  boolean representative(Symbol symbol) {
    return text(symbol) && typedIn.containsKey(family(symbol));
  }

  /** The one whose neighbour is none of the others. */
  private static List<String> highest(SymbolType type, Collection<String> met) {
    int radix = type == SymbolType.INT ? 10 : 16;
    return met.stream()
        .max(Comparator.comparingLong(text -> Numbers.parse(text, radix)))
        .map(List::of)
        .orElse(List.of());
  }

  private static void addStrings(Set<String> texts, Collection<String> met, int distance) {
    texts.add("");
    for (String text : met) {
      texts.add(text + "!");
    }
    for (int i = 0; i < distance; i++) {
      texts.add("~" + "~".repeat(i));
    }
    // A string that looks like a number is compared as one with what is or counts as one.
    met.stream()
        .filter(Candidates::numeral)
        .forEach(text -> {
          for (long near = -distance; near <= distance; near++) {
            texts.add(Long.toString(number(text, 0) + near));
          }
        });
  }

  private static boolean numeral(String text) {
    return LOGICAL.contains(text) || Numbers.parse(text, 0) != 0 || text.matches("[-+]?0+");
  }

  /** In a comparison n, m and y count as numbers (expr_parse_string() of expr.c). */
  private static long number(String text, int radix) {
    int logical = LOGICAL.indexOf(text);
    return logical < 0 ? Numbers.parse(text, radix) : logical;
  }

  private static void addNumbers(
      SymbolType type, Set<String> texts, Collection<String> met, int distance) {
    Set<Long> numbers = new LinkedHashSet<>();
    for (String text : met) {
      for (int radix : new int[] {type == SymbolType.INT ? 10 : 16, 0}) {
        long number = number(text, radix);
        for (long near = -distance; near <= distance; near++) {
          numbers.add(number + near);
        }
      }
    }
    for (long any = 0; met.isEmpty() && any <= distance; any++) {
      numbers.add(any);
    }
    for (long number : numbers) {
      boolean hex = type == SymbolType.HEX;
      texts.add(hex ? "0x" + Long.toHexString(number) : Long.toString(number));
    }
  }

  private void meetValue(Symbol symbol, Property property) {
    Expr value = property.value();
    if (value == null || !text(symbol)) {
      return;
    }
    Symbol from = property.valueSymbol();
    if (property.kind() == Property.Kind.DEFAULT && from != null) {
      handOn(symbol, from);
    } else if (property.kind() == Property.Kind.RANGE) {
      meet(symbol, value.leftSymbol());
      meet(symbol, value.rightSymbol());
    }
  }

  private void visit(@Nullable Expr start) {
    List<Expr> open = new ArrayList<>();
    Expr expr = start;
    while (expr != null) {
      if (!seen.get(expr.id())) {
        seen.set(expr.id());
        switch (expr.kind()) {
          case AND, OR -> {
            open.add(expr.left());
            open.add(expr.right());
          }
          case NOT -> open.add(expr.left());
          case EQUAL, UNEQUAL, LESS, LESS_EQUAL, GREATER, GREATER_EQUAL ->
              meet(expr.leftSymbol(), expr.rightSymbol());
          case SYMBOL, RANGE -> {}
        }
      }
      expr = open.isEmpty() ? null : open.removeLast();
    }
  }

  /** Two symbols are held against each other. */
  void meet(Symbol a, Symbol b) {
    handOn(a, b);
    for (Symbol symbol : List.of(a, b)) {
      if (text(symbol)) {
        compared.add(family(symbol));
      }
    }
  }

  /** A text of one symbol can become that of the other one. */
  private void handOn(Symbol a, Symbol b) {
    if (text(a) && text(b)) {
      join(family(a), family(b));
    } else if (text(a)) {
      meetTexts(a, b);
    } else if (text(b)) {
      meetTexts(b, a);
    }
  }

  private void meetTexts(Symbol symbol, Symbol other) {
    boolean logical = other.type().logical();
    List<String> texts = logical ? LOGICAL : List.of(other.displayName());
    texts.forEach(text -> offer(symbol, text));
  }

  /** A symbol is held against a constant. */
  void meet(Symbol symbol, String constant) {
    offer(symbol, constant);
    if (text(symbol)) {
      compared.add(family(symbol));
    }
  }

  /** A text that a symbol is to have among the others. */
  void offer(Symbol symbol, String constant) {
    if (text(symbol)) {
      constants.computeIfAbsent(family(symbol), key -> new LinkedHashSet<>()).add(constant);
    }
  }

  private void join(Symbol a, Symbol b) {
    if (a == b) {
      return;
    }
    parents.put(b, a);
    if (mixed.remove(b) || a.type() != b.type()) {
      mixed.add(a);
    }
    if (compared.remove(b)) {
      compared.add(a);
    }
    Integer typed = typedIn.remove(b);
    if (typed != null) {
      typedIn.merge(a, typed, Integer::sum);
    }
    SequencedSet<String> moved = constants.remove(b);
    if (moved != null) {
      constants.computeIfAbsent(a, key -> new LinkedHashSet<>()).addAll(moved);
    }
  }

  private Symbol family(Symbol symbol) {
    Symbol root = symbol;
    for (Symbol parent = parents.get(root); parent != null; parent = parents.get(root)) {
      root = parent;
    }
    return root;
  }

  private static boolean text(Symbol symbol) {
    return switch (symbol.type()) {
      case INT, HEX, STRING -> true;
      case BOOL, TRISTATE, UNKNOWN -> false;
    };
  }
}
