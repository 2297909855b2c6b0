package dev.unprobed.kconfig.explain;

import dev.unprobed.kconfig.eval.Evaluation;
import dev.unprobed.kconfig.eval.Tristate;
import dev.unprobed.kconfig.tree.Expr;
import dev.unprobed.kconfig.tree.Numbers;
import dev.unprobed.kconfig.tree.Property;
import dev.unprobed.kconfig.tree.Symbol;
import dev.unprobed.kconfig.tree.SymbolType;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Says why a symbol, after one asked for a value, has another. */
record Obstacles(Values values, Reasons reasons, OwnReasons own) {
  private Evaluation evaluation() {
    return values.evaluation();
  }

  /** At least one, for a symbol that is not what was asked for. */
  List<Obstacle> of(Symbol symbol, String wanted) {
    if (!symbol.defined() || symbol.type() == SymbolType.UNKNOWN) {
      return List.of(new Obstacle.NotDefined(symbol));
    }
    List<Obstacle> found = new ArrayList<>();
    if (!Numbers.valid(symbol.type(), wanted) || symbol.type().logical() && wanted.length() != 1) {
      found.add(new Obstacle.NotAValue(symbol.type(), wanted));
    } else if (!symbol.type().logical()) {
      text(symbol, wanted, found);
    } else {
      logical(symbol, Tristate.parse(wanted), found);
    }
    if (found.isEmpty()) {
      found.add(new Obstacle.Other(reasons.cause(symbol)));
    }
    return found;
  }

  private void text(Symbol symbol, String wanted, List<Obstacle> found) {
    if (evaluation().visibility(symbol) == Tristate.N) {
      invisibleText(symbol, wanted, found);
    }
    Expr range = evaluation().range(symbol);
    if (range != null && !evaluation().withinRange(symbol, wanted)) {
      Property line = evaluation().activeProperty(symbol, Property.Kind.RANGE);
      String low = evaluation().plainText(range.leftSymbol());
      String high = evaluation().plainText(range.rightSymbol());
      found.add(new Obstacle.OutOfRange(Objects.requireNonNull(line), low, high));
    }
  }

  private void logical(Symbol symbol, int wanted, List<Obstacle> found) {
    if (wanted == Tristate.M && symbol.type() == SymbolType.BOOL) {
      found.add(new Obstacle.BoolNotModule());
      return;
    }
    Symbol modules = values.tree().modules();
    if (wanted == Tristate.M && evaluation().logicalValue(modules) == Tristate.N) {
      found.add(new Obstacle.NoModules(modules));
    }
    if (symbol.owner() != null && evaluation().isChoiceMember(symbol)) {
      member(symbol, symbol.owner(), wanted, found);
    } else if (evaluation().logicalValue(symbol) < wanted) {
      tooLow(symbol, wanted, found);
    } else {
      tooHigh(symbol, wanted, found);
    }
  }

  private void member(Symbol symbol, Symbol choice, int wanted, List<Obstacle> found) {
    if (evaluation().visibility(symbol) == Tristate.N) {
      invisible(symbol, wanted, found);
      return;
    }
    Cause cause = reasons.cause(symbol);
    if (cause instanceof Cause.ByChoice decided) {
      found.add(
          switch (wanted) {
            case Tristate.M -> new Obstacle.SingleMember(choice);
            case Tristate.Y -> new Obstacle.OtherMember(decided);
            default -> new Obstacle.NeededMember(decided);
          });
    } else if (evaluation().logicalValue(symbol) < wanted) {
      tooLow(symbol, wanted, found);
    }
  }

  private void tooLow(Symbol symbol, int wanted, List<Obstacle> found) {
    if (evaluation().visibility(symbol) == Tristate.N) {
      invisible(symbol, wanted, found);
    } else if (evaluation().visibility(symbol) < wanted) {
      found.add(new Obstacle.OnlyModule(own.prompts(symbol, wanted)));
    }
  }

  private void tooHigh(Symbol symbol, int wanted, List<Obstacle> found) {
    List<Link> above =
        reasons.links().selects(symbol).stream()
            .filter(link -> raises(symbol, link.strength(), wanted))
            .toList();
    if (!above.isEmpty()) {
      found.add(new Obstacle.Selected(evaluation().reverseDependency(symbol), above));
    }
    if (evaluation().visibility(symbol) == Tristate.N && reasons.ownValue(symbol) > wanted) {
      invisible(symbol, wanted, found);
      if (own.hasPrompt(symbol)) {
        found.add(new Obstacle.SetOtherwise(reasons.ownCause(symbol)));
      }
    }
  }

  private boolean raises(Symbol symbol, int strength, int wanted) {
    boolean toYes = strength == Tristate.M && evaluation().type(symbol) == SymbolType.BOOL;
    return (toYes ? Tristate.Y : strength) > wanted;
  }

  private void invisible(Symbol symbol, int wanted, List<Obstacle> found) {
    if (own.hasPrompt(symbol)) {
      int level = Math.max(wanted, Tristate.M);
      found.add(new Obstacle.Hidden(own.prompts(symbol, level)));
      return;
    }
    boolean tooLow = evaluation().logicalValue(symbol) < wanted;
    List<Gate> lines = tooLow ? reasons.links().unused(symbol, wanted) : List.of();
    found.add(new Obstacle.NoPrompt(reasons.cause(symbol), lines));
  }

  private void invisibleText(Symbol symbol, String wanted, List<Obstacle> found) {
    if (own.hasPrompt(symbol)) {
      found.add(new Obstacle.Hidden(own.prompts(symbol, Tristate.M)));
    }
    List<Gate> lines = reasons.links().unused(symbol, wanted);
    found.add(
        own.hasPrompt(symbol)
            ? new Obstacle.SetOtherwise(reasons.cause(symbol))
            : new Obstacle.NoPrompt(reasons.cause(symbol), lines));
  }
}
