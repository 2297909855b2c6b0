package dev.unprobed.bench.board;

import java.io.IOException;

/** A board did not get as far as saying what there is to know. */
final class BootFailure extends IOException {
  private static final long serialVersionUID = 1;

  BootFailure(String message) {
    super(message);
  }
}
