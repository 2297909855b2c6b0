package dev.unprobed.prove.repair;

import dev.unprobed.kconfig.tree.Expr;
import dev.unprobed.kconfig.tree.Symbol;
import dev.unprobed.kconfig.tree.SymbolType;
import dev.unprobed.prove.condition.Condition;
import dev.unprobed.prove.model.Model;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where a repair is to hold: where some bools are all on.
 *
 * @param symbols at least one
 */
public record Platform(List<Symbol> symbols) {
  private static final String SUFFIX = "_ESSENTIAL";

  public Platform {
    symbols = List.copyOf(symbols);
  }

  /** The platform that a condition means; empty for any that is not bools joined by &&. */
  public static Optional<Platform> of(@Nullable Condition when) {
    List<Symbol> symbols = new ArrayList<>();
    return when != null && collect(when, symbols)
        ? Optional.of(new Platform(symbols))
        : Optional.empty();
  }

  private static boolean collect(Condition condition, List<Symbol> symbols) {
    return switch (condition) {
      case Condition.And(Condition left, Condition right) ->
          collect(left, symbols) && collect(right, symbols);
      case Condition.Value(Symbol symbol) -> {
        if (!symbols.contains(symbol)) {
          symbols.add(symbol);
        }
        yield !symbol.constant() && symbol.type() == SymbolType.BOOL;
      }
      case Condition.Or _, Condition.Not _, Condition.Comparison _, Condition.TextComparison _ ->
          false;
    };
  }

  /** As Kconfig has it, such as {@code ARCH_EXYNOS && PCI}; a byte string. */
  public String text() {
    return symbols.stream().map(Symbol::displayName).collect(Collectors.joining(" && "));
  }

  /** The opposite, as a part of a longer condition. */
  String negation() {
    return symbols.size() == 1 ? "!" + text() : "!(" + text() + ")";
  }

  /** The literal that is true where it is on. */
  public int literal(Model model) {
    return symbols.stream()
        .mapToInt(symbol -> model.value(symbol).m())
        .reduce(model.cnf()::and)
        .orElseThrow();
  }

  /** After whose definition the floor stands, which all its other needs come after. */
  Symbol first() {
    return symbols.getFirst();
  }

  String floorName() {
    return symbols.stream()
            .map(Symbol::displayName)
            .map(name -> name.startsWith("ARCH_") ? name.substring("ARCH_".length()) : name)
            .collect(Collectors.joining("_"))
        + SUFFIX;
  }

  /** Whether an expression is about all of it. */
  boolean namedBy(@Nullable Expr expr) {
    return symbols.stream().allMatch(symbol -> names(expr, symbol));
  }

  private static boolean names(@Nullable Expr expr, Symbol symbol) {
    return expr != null
        && switch (expr.kind()) {
          case SYMBOL -> expr.leftSymbol() == symbol;
          case AND, OR -> names(expr.left(), symbol) || names(expr.right(), symbol);
          case NOT, EQUAL, UNEQUAL, LESS, LESS_EQUAL, GREATER, GREATER_EQUAL, RANGE -> false;
        };
  }
}
