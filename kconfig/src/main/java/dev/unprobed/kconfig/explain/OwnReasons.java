package dev.unprobed.kconfig.explain;

import dev.unprobed.kconfig.eval.Evaluation;
import dev.unprobed.kconfig.eval.Tristate;
import dev.unprobed.kconfig.source.Location;
import dev.unprobed.kconfig.tree.Expr;
import dev.unprobed.kconfig.tree.Property;
import dev.unprobed.kconfig.tree.Symbol;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Values that a symbol has of its own: the user's, a default's, a range's. */
record OwnReasons(Values values, Clauses clauses, Origins origins) {
  private Evaluation evaluation() {
    return values.evaluation();
  }

  /** Whether there is a user value and the symbol can be seen. */
  boolean userCounts(Symbol symbol) {
    return evaluation().visibility(symbol) != Tristate.N && evaluation().hasUserValue(symbol);
  }

  int userValue(Symbol symbol) {
    return Math.min(evaluation().userLogical(symbol), evaluation().visibility(symbol));
  }

  int defaultValue(Symbol symbol) {
    Property line =
        symbol.choice() ? null : evaluation().activeProperty(symbol, Property.Kind.DEFAULT);
    return line == null
        ? Tristate.N
        : Math.min(evaluation().value(line.value()), evaluation().value(line.condition()));
  }

  Cause ofLogical(Symbol symbol) {
    if (userCounts(symbol)) {
      int wanted = evaluation().userLogical(symbol);
      return byUser(symbol, Tristate.text(wanted), prompts(symbol, wanted));
    }
    Property line =
        symbol.choice() ? null : evaluation().activeProperty(symbol, Property.Kind.DEFAULT);
    return line == null ? unset(symbol) : byDefault(symbol, line);
  }

  /** For an int, hex or string. */
  Cause ofText(Symbol symbol) {
    Cause cause = textBeforeRange(symbol);
    Property range = evaluation().activeProperty(symbol, Property.Kind.RANGE);
    String unclamped = unclamped(symbol, cause);
    boolean clamped = range != null && !unclamped.equals(evaluation().text(symbol));
    return clamped ? new Cause.ByRange(Objects.requireNonNull(range), unclamped, cause) : cause;
  }

  private Cause textBeforeRange(Symbol symbol) {
    if (userCounts(symbol)) {
      String wanted = Objects.requireNonNullElse(evaluation().userText(symbol), "");
      return byUser(symbol, wanted, List.of());
    }
    Property line = evaluation().activeProperty(symbol, Property.Kind.DEFAULT);
    return line == null || line.valueSymbol() == null ? unset(symbol) : byDefault(symbol, line);
  }

  private String unclamped(Symbol symbol, Cause cause) {
    return switch (cause) {
      case Cause.ByUser user -> user.wanted();
      case Cause.ByDefault value ->
          evaluation().plainText(Objects.requireNonNull(value.line().valueSymbol()));
      default -> evaluation().tree().generation().numbersStartAtZero() ? zero(symbol) : "";
    };
  }

  private static String zero(Symbol symbol) {
    return switch (symbol.type()) {
      case INT -> "0";
      case HEX -> "0x0";
      default -> "";
    };
  }

  private Cause byUser(Symbol symbol, String wanted, List<Gate> limits) {
    @Nullable Location line = origins.of(symbol);
    return new Cause.ByUser(wanted, limits, Optional.ofNullable(line));
  }

  private Cause byDefault(Symbol symbol, Property line) {
    Expr value = Objects.requireNonNull(line.value());
    Expr condition = line.ownCondition();
    List<Blocker> limits =
        symbol.type().logical() ? clauses.blockers(line, evaluation().value(value)) : List.of();
    return new Cause.ByDefault(
        line,
        values.ofDefaults().term(value),
        Optional.ofNullable(condition).map(values::term),
        limits);
  }

  private Cause unset(Symbol symbol) {
    List<Gate> skipped = new ArrayList<>();
    for (Property property : symbol.properties()) {
      if (property.kind() == Property.Kind.DEFAULT) {
        skipped.add(clauses.gate(property, Tristate.M));
      }
    }
    return new Cause.Unset(skipped);
  }

  boolean hasPrompt(Symbol symbol) {
    return symbol.properties().stream().anyMatch(Property::visible);
  }

  /** What keeps each prompt of a symbol from letting the user say {@code wanted}. */
  List<Gate> prompts(Symbol symbol, int wanted) {
    int bound = values.enough(symbol, wanted);
    List<Gate> gates = new ArrayList<>();
    for (Property property : symbol.properties()) {
      if (property.visible()) {
        Gate gate = clauses.gate(property, bound);
        if (gate.blockers().isEmpty()) {
          return List.of();
        }
        gates.add(gate);
      }
    }
    return gates;
  }
}
