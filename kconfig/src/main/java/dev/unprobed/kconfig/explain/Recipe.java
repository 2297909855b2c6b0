package dev.unprobed.kconfig.explain;

import dev.unprobed.kconfig.eval.Tristate;
import dev.unprobed.kconfig.tree.Property;
import dev.unprobed.kconfig.tree.Symbol;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/**
 * Looks for values of other symbols with which a symbol can have a value: goes from obstacle to
 * obstacle, tries the first way out of each, and takes it back where it leads nowhere.
 */
final class Recipe {
  private static final int MOST_TRIES = 400;
  private static final int DEEPEST = 12;
  private static final int MOST_ROUNDS = 3;

  /** A way that the kernel keeps for those who only compile, so the last to be taken. */
  private static final String LAST_RESORT = "COMPILE_TEST";

  private final Probe probe;
  private final Desk desk;
  private final Set<Symbol> underWay = new HashSet<>();
  private SequencedMap<Symbol, String> settings = new LinkedHashMap<>();
  private int tries;

  Recipe(Probe probe, Desk desk) {
    this.probe = probe;
    this.desk = desk;
  }

  /** The settings, the symbol's own last; empty when no way was found. */
  Optional<SequencedMap<Symbol, String>> find(Symbol symbol, String wanted) {
    if (!reach(symbol, wanted)) {
      return Optional.empty();
    }
    dropWhatIsNotNeeded(symbol, wanted);
    return holds(settings, symbol, wanted) ? Optional.of(settings) : Optional.empty();
  }

  private void dropWhatIsNotNeeded(Symbol symbol, String wanted) {
    for (Symbol other : List.copyOf(settings.keySet())) {
      SequencedMap<Symbol, String> fewer = new LinkedHashMap<>(settings);
      fewer.remove(other);
      if (holds(fewer, symbol, wanted)) {
        settings = fewer;
      }
    }
  }

  private boolean holds(SequencedMap<Symbol, String> settings, Symbol symbol, String wanted) {
    tries++;
    probe.ask(settings);
    return probe.evaluation().text(symbol).equals(wanted);
  }

  private boolean reach(Symbol symbol, String wanted) {
    if (tries > MOST_TRIES || underWay.size() > DEEPEST || !underWay.add(symbol)) {
      return false;
    }
    SequencedMap<Symbol, String> before = new LinkedHashMap<>(settings);
    boolean reached = symbol.choice() ? openChoice(symbol) : set(symbol, wanted);
    underWay.remove(symbol);
    if (!reached) {
      settings = before;
    }
    return reached;
  }

  private boolean set(Symbol symbol, String wanted) {
    settings.putLast(symbol, wanted);
    for (int round = 0; round < MOST_ROUNDS; round++) {
      if (holds(settings, symbol, wanted)) {
        return true;
      }
      List<Obstacle> obstacles = desk.obstacles(symbol, wanted);
      if (!obstacles.stream().allMatch(obstacle -> overcome(obstacle, symbol, wanted))) {
        return false;
      }
      settings.putLast(symbol, wanted);
    }
    return holds(settings, symbol, wanted);
  }

  private boolean openChoice(Symbol choice) {
    holds(settings, choice, "y");
    List<Gate> prompts = desk.prompts(choice, Tristate.M);
    return prompts.isEmpty() || anyGate(prompts);
  }

  private boolean overcome(Obstacle obstacle, Symbol symbol, String wanted) {
    return switch (obstacle) {
      case Obstacle.NoModules none -> reach(none.modules(), "y");
      case Obstacle.NoPrompt none -> anyGate(none.lines()) || lower(none.current(), symbol, wanted);
      case Obstacle.Hidden hidden -> anyGate(hidden.prompts());
      case Obstacle.OnlyModule module -> anyGate(module.prompts());
      case Obstacle.Selected selected ->
          selected.selects().stream().allMatch(link -> lower(link, wanted));
      case Obstacle.NeededMember needed -> chooseOther(needed.cause().choice());
      // It does not count any more once the prompt can be seen.
      case Obstacle.SetOtherwise _ -> true;
      case Obstacle.OtherMember _, Obstacle.SingleMember _ -> false;
      case Obstacle.NotDefined _, Obstacle.NotAValue _, Obstacle.BoolNotModule _ -> false;
      case Obstacle.OutOfRange _, Obstacle.Other _ -> false;
    };
  }

  private boolean chooseOther(Symbol choice) {
    for (Symbol member : choice.members()) {
      if (probe.evaluation().visibility(member) != Tristate.N && reach(member, "y")) {
        return true;
      }
    }
    return false;
  }

  /** Takes away what gives a symbol without a prompt a value that is too high. */
  private boolean lower(Cause cause, Symbol symbol, String wanted) {
    if (!symbol.type().logical()) {
      return false;
    }
    return switch (cause) {
      case Cause.ByDefault value -> lower(value.line(), wanted);
      case Cause.ByImply imply -> lower(imply.link(), wanted);
      // An obstacle of its own.
      case Cause.BySelect _ -> true;
      case Cause.ByUser _, Cause.ByChoice _, Cause.ByRange _, Cause.ByVisibility _ -> false;
      case Cause.Unset _, Cause.Undefined _ -> false;
    };
  }

  /** Switches a selector off, or to m where that is enough, or else its condition. */
  private boolean lower(Link link, String wanted) {
    int bound = Tristate.parse(wanted);
    return Settings.of(link.selector(), false, bound).stream().anyMatch(this::reach)
        || lower(link.line(), wanted);
  }

  private boolean lower(Property line, String wanted) {
    int bound = Tristate.parse(wanted);
    return likeliestFirst(desk.lowering(line, bound)).stream().anyMatch(this::meet);
  }

  private boolean reach(Setting setting) {
    return reach(setting.symbol(), setting.value());
  }

  private boolean anyGate(List<Gate> gates) {
    List<Gate> easiestFirst = new ArrayList<>(gates);
    easiestFirst.sort(Comparator.comparingInt(gate -> gate.blockers().size()));
    return easiestFirst.stream().anyMatch(this::open);
  }

  private boolean open(Gate gate) {
    SequencedMap<Symbol, String> before = new LinkedHashMap<>(settings);
    boolean open = gate.blockers().stream().allMatch(blocker -> meet(blocker.need()));
    if (!open) {
      settings = before;
    }
    return open;
  }

  private boolean meet(Need need) {
    return switch (need) {
      case Need.All all -> all.needs().stream().allMatch(this::meet);
      case Need.Any any -> likeliestFirst(any.needs()).stream().anyMatch(this::meet);
      case Need.Atom atom -> atom.settings().stream().anyMatch(this::reach) || choice(atom);
    };
  }

  private boolean choice(Need.Atom atom) {
    return atom.term().values().keySet().stream().anyMatch(s -> s.choice() && reach(s, "y"));
  }

  private List<Need> likeliestFirst(List<Need> needs) {
    List<Need> sorted = new ArrayList<>(needs);
    sorted.sort(Comparator.comparingInt(this::effort));
    return sorted;
  }

  private int effort(Need need) {
    return switch (need) {
      case Need.All all -> all.needs().stream().mapToInt(this::effort).sum();
      case Need.Any any -> any.needs().stream().mapToInt(this::effort).min().orElse(0);
      case Need.Atom atom -> effort(atom);
    };
  }

  private int effort(Need.Atom atom) {
    if (atom.settings().isEmpty()) {
      return 10;
    }
    Symbol symbol = atom.settings().getFirst().symbol();
    if (symbol.displayName().equals(LAST_RESORT)) {
      return 5;
    }
    return probe.evaluation().visibility(symbol) != Tristate.N ? 1 : 3;
  }
}
