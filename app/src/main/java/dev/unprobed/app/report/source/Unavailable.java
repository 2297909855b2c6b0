package dev.unprobed.app.report.source;

/** There is no kernel source to be had this way; the message says why, without a full stop. */
final class Unavailable extends Exception {
  Unavailable(String message) {
    super(message);
  }

  /** The reason, which is never absent. */
  String reason() {
    return String.valueOf(getMessage());
  }
}
