package dev.unprobed.kconfig.source;

/**
 * Receives what {@code conf} would print, as byte strings that end with a newline where conf prints
 * one.
 */
public interface Messages {
  /** Drops everything. */
  Messages NONE =
      new Messages() {
        @Override
        public void out(String text) {}

        @Override
        public void err(String text) {}

        @Override
        public boolean heard() {
          return false;
        }
      };

  /** What conf prints on its standard output. */
  void out(String text);

  /** What conf prints on its standard error: warnings. */
  void err(String text);

  /** Whether anybody listens, so that a long text is worth putting together. */
  default boolean heard() {
    return true;
  }
}
