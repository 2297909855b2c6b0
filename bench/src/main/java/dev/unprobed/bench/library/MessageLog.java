package dev.unprobed.bench.library;

import dev.unprobed.kconfig.source.Messages;

/** What conf would have printed, to be printed again or looked at later. */
final class MessageLog implements Messages {

  private final StringBuilder out = new StringBuilder();
  private final StringBuilder err = new StringBuilder();

  @Override
  public void out(String text) {
    out.append(text);
  }

  @Override
  public void err(String text) {
    err.append(text);
  }

  String stdout() {
    return out.toString();
  }

  String stderr() {
    return err.toString();
  }
}
