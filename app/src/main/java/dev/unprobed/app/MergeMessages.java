package dev.unprobed.app;

import dev.unprobed.kconfig.source.Messages;

/**
 * conf's messages about a merged file, without those about its lines: their numbers mean nothing to
 * the user, and the report says all of it.
 */
record MergeMessages(Messages target) implements Messages {
  /** The name of the merged file, which no real file has. */
  static final String FILE = "\n";

  @Override
  public void out(String text) {
    target.out(text);
  }

  @Override
  public void err(String text) {
    if (!text.startsWith(FILE + ":")) {
      target.err(text);
    }
  }

  @Override
  public boolean heard() {
    return target.heard();
  }
}
