package dev.unprobed.app.diff;

/** Which rule made a symbol differ. */
public enum How {
  /** The user said otherwise. */
  USER("you set it", "you set it", true),
  /** Something selects it on one side only. */
  SELECT("selected now", "no longer selected", false),
  /** Something implies it on one side only. */
  IMPLY("implied now", "no longer implied", false),
  /** Its prompt, or a prompt to that height, is on one side only; the user makes use of it. */
  PROMPT("visible now, and set", "not visible any more", false),
  /** Another default holds, or the default has another value. */
  DEFAULT("default", "default", false),
  /** Another member of its choice is on. */
  CHOICE("in its choice", "in its choice", false),
  /** Modules can be built on one side only. */
  MODULES("no modules", "modules", false),
  /** Found in none of the rules above, but it depends on what differs. */
  DEPENDS("depends on it", "depends on it", false),
  /** The symbol is of another type. */
  TYPE_CHANGED("its type changed", "its type changed", true),
  /** A {@code select} or {@code imply} of it is in one tree only. */
  SELECTS_CHANGED("the selects of it changed", "the selects of it changed", true),
  /** Its dependencies, or those of its prompt, are others. */
  DEPENDENCIES_CHANGED("its dependencies changed", "its dependencies changed", true),
  /** Its defaults are others. */
  DEFAULT_CHANGED("its default changed", "its default changed", true),
  /** Only tree B has it. */
  NEW("new", "new", true),
  /** Only tree A has it. */
  GONE("gone", "gone", true),
  /** No cause was found. */
  UNKNOWN("no cause found", "no cause found", true);

  private final String up;
  private final String down;
  private final boolean root;

  How(String up, String down, boolean root) {
    this.up = up;
    this.down = down;
    this.root = root;
  }

  /** For people, by whether the value rose. */
  String text(boolean rose) {
    return rose ? up : down;
  }

  /** Whether nothing else has to differ for it. */
  boolean root() {
    return root;
  }

  /** How a rule that is another one is called. */
  How ofTheTree() {
    return switch (this) {
      case SELECT, IMPLY -> SELECTS_CHANGED;
      case DEFAULT -> DEFAULT_CHANGED;
      default -> DEPENDENCIES_CHANGED;
    };
  }
}
