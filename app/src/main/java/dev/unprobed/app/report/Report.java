package dev.unprobed.app.report;

import java.util.List;

/**
 * A whole report.
 *
 * @param kernel such as {@code Linux 6.1.192}
 * @param source what the source is and where it comes from
 * @param tree where the source lies
 * @param notes what one should know about how the report was made, a sentence each
 * @param sections by platform, then by architecture
 */
public record Report(
    String kernel, String source, String tree, List<String> notes, List<Section> sections) {
  /** What the words mean. */
  public static final String TERMS =
      "A platform turns on what its symbol selects or implies, what that selects in turn, and what"
          + " has a default that holds thanks to it. Essential is what nothing that one asks for"
          + " switches off.";

  /** What no reader must miss. */
  public static final String CAVEAT =
      "This is what happens in one configuration of each architecture, with all other symbols"
          + " left as they are. It is no proof: another configuration may let a driver be"
          + " switched off that stays on here, or the other way round.";
}
