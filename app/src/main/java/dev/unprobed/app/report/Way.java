package dev.unprobed.app.report;

import java.util.List;

/**
 * A line of Kconfig by which a platform reaches a driver.
 *
 * @param acts whether the line has an effect in this configuration
 * @param text the line, such as {@code select PINCTRL if ARM}
 * @param where the line stands, {@code file:line}
 * @param through the symbols between the platform and the driver, the platform's side first
 */
public record Way(Kind kind, boolean acts, String text, String where, List<String> through) {
  /** How a line reaches a driver; the most direct first. */
  public enum Kind {
    /** The platform selects it. */
    SELECT("selected directly"),
    /** A default of it names the platform. */
    DEFAULT("by a default that names it"),
    /** The platform implies it. */
    IMPLY("implied directly"),
    /** A default of it holds only because the platform is on. */
    DEFAULT_WHILE_ON("by a default that holds with it"),
    /** Something that the platform turns on selects it. */
    SELECT_THROUGH("selected through others");

    private final String text;

    Kind(String text) {
      this.text = text;
    }

    /** For people. */
    public String text() {
      return text;
    }
  }

  /** Orders ways from the most to the least direct. */
  String rank() {
    return switch (kind) {
      case SELECT -> "1";
      case DEFAULT -> "2";
      case IMPLY -> "3";
      case DEFAULT_WHILE_ON -> "4";
      case SELECT_THROUGH -> "5";
    };
  }

  /** In a few words, such as {@code selected through COMMON_CLK_SAMSUNG}. */
  public String summary() {
    String names = through.isEmpty() ? "" : String.join(" < ", through.reversed());
    return switch (kind) {
      case SELECT, IMPLY -> kind.text;
      case DEFAULT -> text;
      case DEFAULT_WHILE_ON -> names.isEmpty() ? text + ", while on" : text + ", while " + names;
      case SELECT_THROUGH -> "selected by " + names;
    };
  }
}
