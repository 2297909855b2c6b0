package dev.unprobed.kconfig.random;

import dev.unprobed.kconfig.Generation;
import java.util.ArrayList;
import java.util.List;

/**
 * Which symbols a random tree has. They are numbered, and mostly depend on ones with a lower number
 * only, so that few trees are refused for a loop.
 */
final class Plan {
  /** The type of a symbol. */
  enum Kind {
    BOOL,
    TRISTATE,
    INT,
    HEX,
    STRING;

    boolean logical() {
      return this == BOOL || this == TRISTATE;
    }

    boolean numeric() {
      return this == INT || this == HEX;
    }

    String keyword() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /**
   * @param limit the symbol may depend on those with lower numbers
   * @param member whether it stands in a choice
   */
  record Planned(int number, Kind kind, int limit, boolean member) {
    String name() {
      return "S" + number;
    }
  }

  final Generation generation;
  final List<Planned> symbols = new ArrayList<>();

  /** The symbols, where those of one choice stand together. */
  final List<List<Planned>> groups = new ArrayList<>();

  private final Dice dice;

  /** How likely a symbol depends on one that it should not depend on, in percent. */
  private final int wildness;

  /** How many ints, hexes and strings there may be. */
  private final int mostTexts;

  private Plan(Dice dice, Generation generation, int wildness, int mostTexts) {
    this.dice = dice;
    this.generation = generation;
    this.wildness = wildness;
    this.mostTexts = mostTexts;
  }

  /** Of any size. */
  static Plan any(Dice dice, Generation generation) {
    Plan plan = new Plan(dice, generation, dice.percent(5) ? 5 : 0, Integer.MAX_VALUE);
    plan.fill(3 + dice.below(dice.percent(20) ? 25 : 9), 12);
    return plan;
  }

  /** So small that mostly every file that a user can write can be tried; at most ten symbols. */
  static Plan small(Dice dice, Generation generation) {
    Plan plan = new Plan(dice, generation, 0, dice.of(0, 1, 2, 3));
    plan.fill(2 + dice.below(5), 15);
    return plan;
  }

  private void fill(int count, int choices) {
    while (symbols.size() < count) {
      if (dice.percent(choices)) {
        addChoice();
      } else {
        Planned symbol = new Planned(symbols.size(), kind(), symbols.size(), false);
        symbols.add(symbol);
        groups.add(List.of(symbol));
      }
    }
  }

  private void addChoice() {
    int first = symbols.size();
    List<Planned> members = new ArrayList<>();
    for (int i = 1 + dice.below(4); i > 0; i--) {
      boolean old = !generation.choicesByPriority();
      // conf of 6.1 crashes on a choice that takes a type such as int from its members.
      Kind kind = old && dice.percent(50) ? Kind.TRISTATE : Kind.BOOL;
      Planned member = new Planned(symbols.size(), kind, first, true);
      members.add(member);
      symbols.add(member);
    }
    groups.add(members);
  }

  /** How likely a symbol selects or implies one more, in percent. */
  int targets() {
    return mostTexts == Integer.MAX_VALUE ? 22 : 35;
  }

  /** Whether these are not all members of a choice, but one of them by itself. */
  boolean isRepeated(List<Planned> members) {
    return !groups.contains(members);
  }

  /** How likely a member of a choice has a prompt, in percent. Later conf refuses one without. */
  int memberPrompts() {
    return generation.choicesByPriority() ? 99 : 95;
  }

  private Kind kind() {
    boolean texts = symbols.stream().filter(s -> !s.kind().logical()).count() < mostTexts;
    // Few trees are to have several, but those that do are to have some that meet.
    int logical = texts && mostTexts < 4 && mostTexts > 1 ? 30 : 0;
    int percent = logical + dice.below((texts ? 100 : 74) - logical);
    if (percent < 38) {
      return Kind.BOOL;
    }
    if (percent < 74) {
      return Kind.TRISTATE;
    }
    return percent < 83 ? Kind.INT : percent < 90 ? Kind.HEX : Kind.STRING;
  }

  /** The symbols that one with that limit may depend on; now and then a forbidden one. */
  List<Planned> below(int limit) {
    return dice.percent(wildness) ? symbols : symbols.subList(0, limit);
  }

  /** The symbols that one of that number may select. */
  List<Planned> above(int number) {
    return dice.percent(wildness) ? symbols : symbols.subList(number + 1, symbols.size());
  }
}
