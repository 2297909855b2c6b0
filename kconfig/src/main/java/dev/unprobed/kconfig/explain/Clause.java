package dev.unprobed.kconfig.explain;

import dev.unprobed.kconfig.eval.Tristate;
import dev.unprobed.kconfig.source.Location;

/** One line that limits a prompt, a default or a select: a condition and where it stands. */
public record Clause(Kind kind, Term term, Location location) {
  /**
   * Whether the condition holds no symbol: it is a constant, or what a macro such as {@code
   * $(cc-option,...)} came to.
   */
  boolean fixed() {
    return term.values().isEmpty();
  }

  /** Whether the condition can never limit anything. */
  boolean always() {
    return fixed() && term.value() == Tristate.Y && !term.expression().contains("=");
  }

  /** How a condition came to a place. */
  public enum Kind {
    /** A {@code depends on} of the definition itself. */
    DEPENDS("depends on"),
    /** An {@code if} block around the definition. */
    IF("if block"),
    /** A {@code depends on} of a menu around the definition. */
    MENU("menu depends on"),
    /** A {@code visible if} of a menu around the definition. */
    VISIBLE("menu visible if"),
    /** The choice around the definition: up to Linux 6.9 its value, later its dependencies. */
    CHOICE("choice"),
    /** The {@code if} at the end of the line itself. */
    CONDITION("if"),
    /** What stands behind {@code default}. */
    VALUE("value"),
    /** The symbol whose select or imply the line is. */
    SELECTOR("selector");

    private final String text;

    Kind(String text) {
      this.text = text;
    }

    /** For people. */
    public String text() {
      return text;
    }
  }
}
