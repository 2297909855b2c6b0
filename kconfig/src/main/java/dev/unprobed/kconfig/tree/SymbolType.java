package dev.unprobed.kconfig.tree;

/**
 * The type of a symbol; {@link #UNKNOWN} for one that is only mentioned, or defined without a type.
 */
public enum SymbolType {
  UNKNOWN("unknown"),
  BOOL("bool"),
  TRISTATE("tristate"),
  INT("integer"),
  HEX("hex"),
  STRING("string");

  private final String text;

  SymbolType(String text) {
    this.text = text;
  }

  /** The name that conf's messages use. */
  public String text() {
    return text;
  }

  /** Whether values are n, m and y. */
  public boolean logical() {
    return this == BOOL || this == TRISTATE;
  }

  /** Whether values are numbers. */
  public boolean numeric() {
    return this == INT || this == HEX;
  }
}
