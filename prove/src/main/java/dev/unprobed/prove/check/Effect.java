package dev.unprobed.prove.check;

/**
 * What conf itself has to do with a configuration in which something bad happens.
 *
 * @param symbol that it is about, a byte string
 */
public record Effect(Kind kind, String symbol) {
  /** A way in which conf shows it. */
  public enum Kind {
    /** It warns of unmet direct dependencies of the symbol. */
    WARNS,
    /** It leaves the symbol n. */
    SWITCHES_OFF
  }
}
