package dev.unprobed.prove.repair;

import dev.unprobed.kconfig.tree.Expr;
import dev.unprobed.kconfig.tree.MenuTree;
import dev.unprobed.kconfig.tree.Property;
import dev.unprobed.kconfig.tree.Symbol;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Numbers that are equal for symbols that are defined alike, also in different trees. */
final class Fingerprints {
  private final Map<List<Object>, Integer> numbers = new HashMap<>();

  /** The number of every symbol that is defined; choices by what {@link Names} calls them. */
  Map<String, Integer> of(MenuTree tree) {
    Names names = new Names(tree);
    Map<Expr, Integer> known = new HashMap<>();
    Map<String, Integer> fingerprints = new HashMap<>();
    for (Symbol symbol : tree.symbols()) {
      if (symbol.defined()) {
        fingerprints.put(names.of(symbol), number(definition(symbol, names, known)));
      }
    }
    return fingerprints;
  }

  private List<Object> definition(Symbol symbol, Names names, Map<Expr, Integer> known) {
    List<Object> parts = new ArrayList<>();
    parts.add(symbol.type());
    parts.add(symbol.optional());
    parts.add(symbol.transitional());
    Symbol owner = symbol.owner();
    parts.add(owner == null ? "" : names.of(owner));
    symbol.members().forEach(member -> parts.add(names.of(member)));
    parts.add(number(symbol.directDependency(), names, known));
    parts.add(number(symbol.reverseDependency(), names, known));
    parts.add(number(symbol.weakReverseDependency(), names, known));
    for (Property property : symbol.properties()) {
      // What a symbol selects is part of what is selected.
      boolean own =
          property.kind() != Property.Kind.SELECT && property.kind() != Property.Kind.IMPLY;
      if (own) {
        parts.add(property.kind());
        parts.add(number(property.value(), names, known));
        parts.add(number(property.condition(), names, known));
      }
    }
    return parts;
  }

  private int number(@Nullable Expr expr, Names names, Map<Expr, Integer> known) {
    if (expr == null) {
      return -1;
    }
    Integer before = known.get(expr);
    if (before != null) {
      return before;
    }
    List<Object> parts =
        switch (expr.kind()) {
          case AND, OR ->
              List.of(
                  expr.kind(),
                  number(expr.left(), names, known),
                  number(expr.right(), names, known));
          case NOT -> List.of(expr.kind(), number(expr.left(), names, known));
          case SYMBOL -> List.of(expr.kind(), names.of(expr.leftSymbol()));
          case RANGE, EQUAL, UNEQUAL, LESS, LESS_EQUAL, GREATER, GREATER_EQUAL ->
              List.of(expr.kind(), names.of(expr.leftSymbol()), names.of(expr.rightSymbol()));
        };
    int number = number(parts);
    known.put(expr, number);
    return number;
  }

  private int number(List<Object> parts) {
    return numbers.computeIfAbsent(parts, key -> numbers.size());
  }
}
