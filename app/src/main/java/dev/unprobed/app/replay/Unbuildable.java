package dev.unprobed.app.replay;

/** A tree's conf cannot be built; the message says why. */
public final class Unbuildable extends Exception {
  Unbuildable(String message) {
    super(message);
  }
}
