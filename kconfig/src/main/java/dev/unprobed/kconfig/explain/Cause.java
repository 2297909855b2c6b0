package dev.unprobed.kconfig.explain;

import dev.unprobed.kconfig.source.Location;
import dev.unprobed.kconfig.tree.Property;
import dev.unprobed.kconfig.tree.Symbol;
import java.util.List;
import java.util.Optional;

/** Which of conf's rules gave a symbol its value. */
public sealed interface Cause {
  /**
   * The user's value.
   *
   * @param wanted what the user said
   * @param limits what keeps the value lower than that; empty when nothing does
   * @param line where the user said it, if that is known
   */
  record ByUser(String wanted, List<Gate> limits, Optional<Location> line) implements Cause {}

  /**
   * The first default that applies.
   *
   * @param value what stands behind {@code default}
   * @param condition the {@code if} of the line, if it has one
   * @param limits what keeps the value lower than the default; empty when nothing does
   */
  record ByDefault(Property line, Term value, Optional<Term> condition, List<Blocker> limits)
      implements Cause {}

  /**
   * A select.
   *
   * @param chain from the symbol's own selector to one that is on without being selected; at least
   *     one link
   * @param root why that last selector is on
   */
  record BySelect(List<Link> chain, Cause root) implements Cause {}

  /** An imply, while the user says nothing, and why the symbol that implies is on. */
  record ByImply(Link link, Cause root) implements Cause {}

  /**
   * The choice around the symbol.
   *
   * @param winner the member that is on; absent when none is
   * @param line where the user, or a default, names the winner, if that is known
   */
  record ByChoice(Symbol choice, Optional<Symbol> winner, Pick pick, Optional<Location> line)
      implements Cause {}

  /**
   * A range: the value would be outside.
   *
   * @param outside the value without the range
   * @param otherwise where that value comes from
   */
  record ByRange(Property line, String outside, Cause otherwise) implements Cause {}

  /** A visible choice is on by itself (up to Linux 6.9). */
  record ByVisibility(Property prompt) implements Cause {}

  /**
   * Nothing gives the symbol a value.
   *
   * @param skipped the defaults that do not apply
   */
  record Unset(List<Gate> skipped) implements Cause {}

  /** The symbol is a constant, or no file that was read defines it: its value is its name. */
  record Undefined() implements Cause {}

  /** How a choice came to its member. */
  enum Pick {
    /** The user named it. */
    USER,
    /** A {@code default} of the choice names it. */
    DEFAULT,
    /** It is the first member that can be seen and was not refused. */
    FIRST,
    /** No member can be on. */
    NONE
  }
}
