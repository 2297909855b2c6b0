package dev.unprobed.kconfig;

/**
 * The rules of one kernel generation's {@code conf}. The Kconfig language changes between kernels,
 * so every stage of this library is given the generation that it has to follow; {@link
 * GenerationDetector} chooses it from a tree.
 *
 * <p>A generation is named after the first long-term kernel that has its rules.
 */
public enum Generation {
  /** Choices are symbols with a mode; the simplifier works in place; empty int and hex values. */
  LINUX_6_1("6.1"),
  /**
   * Choices pick a member from a priority list; expressions are shared and their values cached; 0
   * and 0x0.
   */
  LINUX_6_12("6.12"),
  /** As 6.12, with {@code transitional} symbols (6.18). */
  LINUX_6_18("6.18"),
  /** As 6.18, with {@code depends on X if Y} (7.0). */
  LINUX_7_0("7.0"),
  /** As 7.0, where a file may be included only once. */
  LINUX_7_1("7.1");

  private final String version;

  Generation(String version) {
    this.version = version;
  }

  /** The kernel version that names this generation, such as {@code 6.12}. */
  public String version() {
    return version;
  }

  /**
   * Whether a choice is a bool with a priority list of members (6.10 and later) instead of a symbol
   * with a mode.
   */
  public boolean choicesByPriority() {
    return compareTo(LINUX_6_12) >= 0;
  }

  /** Whether an int or hex symbol without a value is 0 or 0x0 instead of empty. */
  public boolean numbersStartAtZero() {
    return compareTo(LINUX_6_12) >= 0;
  }

  /**
   * Whether equal expressions are one object whose value is kept until the next change of a user
   * value.
   */
  public boolean expressionsShared() {
    return compareTo(LINUX_6_12) >= 0;
  }

  /** Whether {@code transitional} is a keyword. */
  public boolean transitionalSymbols() {
    return compareTo(LINUX_6_18) >= 0;
  }

  /** Whether {@code depends on} takes an {@code if}. */
  public boolean conditionalDependencies() {
    return compareTo(LINUX_7_0) >= 0;
  }

  /**
   * Whether a second help text, a blank one, or a {@code menuconfig} without a prompt is an error.
   */
  public boolean sloppyEntriesRefused() {
    return compareTo(LINUX_6_18) >= 0;
  }

  /** Whether a file may be included only once. */
  public boolean repeatedInclusionRefused() {
    return compareTo(LINUX_7_1) >= 0;
  }

  /**
   * The number of buckets of conf's symbol table, which decides the order in which it visits all
   * symbols.
   */
  public int symbolBuckets() {
    return compareTo(LINUX_6_12) >= 0 ? 1 << 14 : 9973;
  }
}
