package dev.unprobed.prove.check;

/** How much a finding matters, the most first. */
public enum Level {
  /** conf warns about it, a build may break, or somebody said that it must not be. */
  ERROR("error"),
  /** Somebody wrote a line that does nothing. */
  WARNING("warning"),
  /** True, but perhaps only because of the architecture, the compiler or another tree. */
  NOTE("note");

  private final String text;

  Level(String text) {
    this.text = text;
  }

  /** Also what SARIF calls it. */
  public String text() {
    return text;
  }
}
