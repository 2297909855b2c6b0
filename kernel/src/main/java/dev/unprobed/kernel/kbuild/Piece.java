package dev.unprobed.kernel.kbuild;

/** A part of a text that is there under a condition. */
record Piece(Condition guard, String text) {
  Piece under(Condition condition) {
    return new Piece(condition.and(guard), text);
  }
}
