package dev.unprobed.kconfig.explain;

import dev.unprobed.kconfig.eval.Tristate;
import dev.unprobed.kconfig.tree.Symbol;
import dev.unprobed.kconfig.tree.SymbolType;
import java.util.List;

/** Obstacles for people. */
record ObstacleText(Page page) {
  private static final int MOST = 6;

  void add(int indent, Symbol symbol, Obstacle obstacle) {
    switch (obstacle) {
      case Obstacle.NotDefined _ ->
          page.line(indent, "no Kconfig file that was read defines " + symbol.displayName());
      case Obstacle.NotAValue no -> page.line(indent, notAValue(no));
      case Obstacle.BoolNotModule _ ->
          page.line(indent, "it is a bool: y or n, never m; conf ignores such a line");
      case Obstacle.NoModules none ->
          page.line(indent, "nothing can be m: " + none.modules().displayName() + " is n");
      case Obstacle.NoPrompt none -> noPrompt(indent, symbol, none);
      case Obstacle.Hidden hidden -> {
        page.line(indent, "its prompt is hidden, so what you set does not count:");
        new GateText(page).all(indent + 2, hidden.prompts());
      }
      case Obstacle.OnlyModule module -> {
        page.line(indent, "its dependencies allow m at most, unless these become y:");
        new GateText(page).all(indent + 2, module.prompts());
      }
      case Obstacle.Selected selected -> selected(indent, selected);
      case Obstacle.SetOtherwise other -> setBy(indent, symbol, other.cause());
      case Obstacle.OtherMember other -> new CauseText(page).add(indent, symbol, other.cause());
      case Obstacle.NeededMember needed -> {
        new CauseText(page).add(indent, symbol, needed.cause());
        page.line(indent, "to switch it off, say y to another member");
      }
      case Obstacle.SingleMember single ->
          page.line(
              indent,
              "in " + Values.name(single.choice()) + " just one member is on: y or n, never m",
              CauseText.at(single.choice()));
      case Obstacle.OutOfRange range ->
          page.line(
              indent,
              "it has to be from " + range.low() + " to " + range.high(),
              range.line().location());
      case Obstacle.Other other -> {
        page.line(indent, "its own value changes what it depends on:");
        new CauseText(page).add(indent + 2, symbol, other.cause());
      }
    }
  }

  private static String notAValue(Obstacle.NotAValue no) {
    String quoted = "\"" + no.wanted() + "\" ";
    return quoted
        + "is not a value of "
        + article(no.type())
        + no.type().text()
        + "; conf ignores such a line";
  }

  private static String article(SymbolType type) {
    return type == SymbolType.INT || type == SymbolType.UNKNOWN ? "an " : "a ";
  }

  private void noPrompt(int indent, Symbol symbol, Obstacle.NoPrompt none) {
    page.line(indent, "it has no prompt, so the user cannot set it");
    if (none.lines().isEmpty()) {
      setBy(indent, symbol, none.current());
      return;
    }
    page.line(indent, "any one of these lines would set it:");
    GateText gates = new GateText(page);
    none.lines().stream().limit(MOST).forEach(gate -> gates.gate(indent + 2, gate));
    gates.more(indent + 2, none.lines().size() - MOST);
  }

  private void setBy(int indent, Symbol symbol, Cause cause) {
    if (cause instanceof Cause.Unset) {
      page.line(indent, "and no default applies");
    } else {
      page.line(indent, "instead it is set by:");
      new CauseText(page).add(indent + 2, symbol, cause);
    }
  }

  private void selected(int indent, Obstacle.Selected selected) {
    String floor = Tristate.text(selected.floor());
    page.line(indent, "it cannot be lower than " + floor + ", because of:");
    List<Link> selects = selected.selects();
    for (Link link : selects.subList(0, Math.min(MOST, selects.size()))) {
      page.line(indent + 2, CauseText.shown(link) + " selects it", link.line().location());
    }
    new GateText(page).more(indent + 2, selects.size() - MOST);
  }
}
