package dev.unprobed.app.merge;

import dev.unprobed.kconfig.explain.Blocker;
import dev.unprobed.kconfig.explain.Gate;
import dev.unprobed.kconfig.explain.Link;
import dev.unprobed.kconfig.explain.Need;
import dev.unprobed.kconfig.explain.Obstacle;
import dev.unprobed.kconfig.tree.Symbol;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The symbols whose values an obstacle is made of. */
final class Blamed {
  private final Set<Symbol> symbols = new LinkedHashSet<>();

  private Blamed() {}

  static Set<Symbol> by(List<Obstacle> obstacles) {
    Blamed blamed = new Blamed();
    obstacles.forEach(blamed::add);
    return blamed.symbols;
  }

  private void add(Obstacle obstacle) {
    switch (obstacle) {
      case Obstacle.Hidden hidden -> gates(hidden.prompts());
      case Obstacle.OnlyModule module -> gates(module.prompts());
      case Obstacle.NoPrompt none -> gates(none.lines());
      case Obstacle.Selected selected ->
          selected.selects().stream().map(Link::selector).forEach(symbols::add);
      case Obstacle.NoModules none -> symbols.add(none.modules());
      // The others name the line themselves, or nobody is to blame.
      case Obstacle.NotDefined _, Obstacle.NotAValue _, Obstacle.BoolNotModule _ -> {}
      case Obstacle.OtherMember _, Obstacle.NeededMember _, Obstacle.SingleMember _ -> {}
      case Obstacle.SetOtherwise _, Obstacle.OutOfRange _, Obstacle.Other _ -> {}
    }
  }

  private void gates(List<Gate> gates) {
    gates.stream().flatMap(gate -> gate.blockers().stream()).map(Blocker::need).forEach(this::add);
  }

  private void add(Need need) {
    switch (need) {
      case Need.All all -> all.needs().forEach(this::add);
      case Need.Any any -> any.needs().forEach(this::add);
      case Need.Atom atom -> symbols.addAll(atom.term().values().keySet());
    }
  }
}
