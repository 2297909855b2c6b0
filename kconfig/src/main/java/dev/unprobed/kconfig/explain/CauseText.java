package dev.unprobed.kconfig.explain;

import dev.unprobed.kconfig.source.Location;
import dev.unprobed.kconfig.tree.Property;
import dev.unprobed.kconfig.tree.Symbol;
import java.util.List;
import java.util.Optional;

/** Causes for people: a line each for what gave the value, and what is behind it. */
record CauseText(Page page) {
  private static final int MOST_SKIPPED = 4;

  /**
   * @param symbol whose cause it is
   */
  void add(int indent, Symbol symbol, Cause cause) {
    switch (cause) {
      case Cause.ByUser user -> byUser(indent, symbol, user);
      case Cause.ByDefault value -> byDefault(indent, value);
      case Cause.BySelect select -> bySelect(indent, select);
      case Cause.ByImply imply -> {
        page.line(indent, shown(imply.link()) + " implies it", imply.link().line().location());
        root(indent, imply.link(), imply.root());
      }
      case Cause.ByChoice choice -> byChoice(indent, symbol, choice);
      case Cause.ByRange range -> byRange(indent, symbol, range);
      case Cause.ByVisibility visible ->
          page.line(indent, "a choice that can be seen is on", visible.prompt().location());
      case Cause.Unset unset -> unset(indent, unset);
      case Cause.Undefined _ -> page.line(indent, "no Kconfig file that was read defines it");
    }
  }

  private void byUser(int indent, Symbol symbol, Cause.ByUser user) {
    String wanted = Values.shown(symbol, user.wanted());
    place(indent, "the configuration says " + wanted, user.line());
    if (!user.limits().isEmpty()) {
      page.line(indent, "its dependencies allow m at most, unless these become y:");
      new GateText(page).all(indent + 2, user.limits());
    }
  }

  private void place(int indent, String text, Optional<Location> location) {
    if (location.isPresent()) {
      page.line(indent, text, location.get());
    } else {
      page.line(indent, text);
    }
  }

  private void byDefault(int indent, Cause.ByDefault value) {
    String condition = value.condition().map(term -> " if " + term.text()).orElse("");
    page.line(indent, "default " + value.value().text() + condition, value.line().location());
    if (!value.limits().isEmpty()) {
      page.line(indent, "but its dependencies limit it:");
      value.limits().forEach(blocker -> new GateText(page).blocker(indent + 2, blocker));
    }
  }

  private void bySelect(int indent, Cause.BySelect select) {
    String what = "it";
    for (Link link : select.chain()) {
      page.line(indent, shown(link) + " selects " + what, link.line().location());
      what = Values.name(link.selector());
    }
    root(indent, select.chain().getLast(), select.root());
  }

  private void root(int indent, Link last, Cause root) {
    page.line(indent, Values.name(last.selector()) + " is " + last.value() + ":");
    add(indent + 2, last.selector(), root);
  }

  static String shown(Link link) {
    return Values.name(link.selector()) + " [=" + link.value() + "]";
  }

  private void byChoice(int indent, Symbol symbol, Cause.ByChoice choice) {
    String name = Values.name(choice.choice());
    Optional<Symbol> winner = choice.winner();
    if (winner.isEmpty()) {
      page.line(indent, name + " has no member that can be on", at(choice.choice()));
      return;
    }
    String which = winner.get() == symbol ? "this one" : Values.name(winner.get());
    page.line(indent, name + " has one member on, " + which + ":", at(choice.choice()));
    place(indent + 2, picked(choice.pick()), choice.line());
  }

  static String picked(Cause.Pick pick) {
    return switch (pick) {
      case USER -> "the configuration says so";
      case DEFAULT -> "it is the default";
      case FIRST -> "it is the first that can be on";
      case NONE -> "none can be on";
    };
  }

  static Location at(Symbol choice) {
    return choice.definitions().getFirst().location();
  }

  private void byRange(int indent, Symbol symbol, Cause.ByRange range) {
    String bounds = String.valueOf(range.line().value());
    String outside = range.outside().isEmpty() ? "nothing" : range.outside();
    page.line(indent, outside + " is outside of range " + bounds, range.line().location());
    page.line(indent, outside + " comes from:");
    add(indent + 2, symbol, range.otherwise());
  }

  private void unset(int indent, Cause.Unset unset) {
    List<Gate> skipped = unset.skipped();
    page.line(indent, skipped.isEmpty() ? "nothing sets it" : "no default applies:");
    GateText gates = new GateText(page);
    skipped.stream().limit(MOST_SKIPPED).forEach(gate -> gates.gate(indent + 2, gate));
    gates.more(indent + 2, skipped.size() - MOST_SKIPPED);
  }

  /** A line of Kconfig in short: {@code default y}, {@code select X}, {@code prompt "X"}. */
  static String line(Property line) {
    return switch (line.kind()) {
      case PROMPT, MENU, COMMENT -> "prompt \"" + line.prompt() + "\"";
      case DEFAULT -> "default " + line.value();
      case SELECT -> Selectors.selector(line).displayName() + " selects it";
      case IMPLY -> Selectors.selector(line).displayName() + " implies it";
      case RANGE -> "range " + line.value();
    };
  }
}
