package dev.unprobed.app.fromdtb;

import java.util.List;

/**
 * What came of a node.
 *
 * @param drivers who was chosen
 * @param missing those of them that are not built, whatever was tried
 */
public record Outcome(Need need, List<Driven> drivers, List<Driven> missing, Kind kind) {
  /** How a node fares. */
  public enum Kind {
    /** The configuration had it all. */
    BEFORE("with a driver already"),
    /** The fragment brings what was not there. */
    BROUGHT("that get a driver"),
    /** There is a driver in the tree, but no way to it was found. */
    REFUSED("that cannot have their driver"),
    /** Here its driver is offered with COMPILE_TEST only. */
    COMPILED("whose driver can only be compile-tested here"),
    /** A number in the hardware tells the driver, and the device tree does not tell the number. */
    NUMBERED("with a driver that only the hardware tells"),
    /** No driver, but other code in the tree looks for it. */
    MENTIONED("that code other than a driver looks for"),
    /** No driver in the tree for this architecture knows it. */
    NONE("of which no driver in the tree speaks");

    private final String text;

    Kind(String text) {
      this.text = text;
    }

    public String text() {
      return text;
    }
  }
}
