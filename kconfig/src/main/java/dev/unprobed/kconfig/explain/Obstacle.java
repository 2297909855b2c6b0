package dev.unprobed.kconfig.explain;

import dev.unprobed.kconfig.tree.Property;
import dev.unprobed.kconfig.tree.Symbol;
import dev.unprobed.kconfig.tree.SymbolType;
import java.util.List;

/** One thing that stops a symbol from having a value. All obstacles in a list have to go. */
public sealed interface Obstacle {
  /** No file that was read defines the symbol; other files of the tree may. */
  record NotDefined(Symbol symbol) implements Obstacle {}

  /** The value is not one of the symbol's type. */
  record NotAValue(SymbolType type, String wanted) implements Obstacle {}

  /** A bool cannot be m. */
  record BoolNotModule() implements Obstacle {}

  /** Nothing can be m, because {@code modules} is n. */
  record NoModules(Symbol modules) implements Obstacle {}

  /**
   * There is no prompt: only selects, implies and defaults set the symbol.
   *
   * @param current where its value comes from now
   * @param lines the selects, implies and defaults that would give the wanted value, or more, if
   *     they applied; empty when less is wanted
   */
  record NoPrompt(Cause current, List<Gate> lines) implements Obstacle {}

  /**
   * Every prompt is hidden, so that the user's value does not count.
   *
   * @param prompts opening one of them is enough
   */
  record Hidden(List<Gate> prompts) implements Obstacle {}

  /** The prompts let the user say m at most. Lifting one of them to y is enough. */
  record OnlyModule(List<Gate> prompts) implements Obstacle {}

  /**
   * Selects do not let the symbol fall that low.
   *
   * @param floor the lowest value
   * @param selects every select that holds the symbol above what is wanted, the strongest first
   */
  record Selected(int floor, List<Link> selects) implements Obstacle {}

  /** Beside {@link Hidden}: what sets another value, as long as the user's does not count. */
  record SetOtherwise(Cause cause) implements Obstacle {}

  /** Another member of the choice is on. */
  record OtherMember(Cause.ByChoice cause) implements Obstacle {}

  /** The choice needs a member that is on, and takes this one. */
  record NeededMember(Cause.ByChoice cause) implements Obstacle {}

  /** The member is in a choice that has just one member on, so that it is y or n (up to 6.9). */
  record SingleMember(Symbol choice) implements Obstacle {}

  /**
   * The number is outside of the range that holds now.
   *
   * @param low the lowest number allowed
   * @param high the highest number allowed
   */
  record OutOfRange(Property line, String low, String high) implements Obstacle {}

  /**
   * None of the above: the symbol's value changes what it depends on.
   *
   * @param cause why it has the other value
   */
  record Other(Cause cause) implements Obstacle {}
}
