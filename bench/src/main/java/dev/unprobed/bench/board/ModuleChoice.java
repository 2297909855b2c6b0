package dev.unprobed.bench.board;

import java.util.Locale;

/** Which modules are loaded before the truth is taken; the words of {@code unprobed board}. */
public enum ModuleChoice {
  NONE,
  MATCHING;

  /** What {@code --modules} is given. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
