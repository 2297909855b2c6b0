package dev.unprobed.app.serve;

/** A request that is not answered, and what is said instead. */
final class Refused extends Exception {
  private final int status;

  /**
   * For a reason.
   *
   * @param message a text of ours, which is sent
   */
  Refused(int status, String message) {
    super(message);
    this.status = status;
  }

  Reply reply() {
    return Reply.refusal(status, String.valueOf(getMessage()));
  }
}
