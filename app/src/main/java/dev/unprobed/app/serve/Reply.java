package dev.unprobed.app.serve;

import java.nio.charset.StandardCharsets;

/**
 * What is sent back.
 *
 * @param status of HTTP
 * @param type of the content
 */
record Reply(int status, String type, byte[] content) {
  private static final String JSON = "application/json; charset=utf-8";

  static Reply json(String text) {
    return new Reply(200, JSON, text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Says no.
   *
   * @param message a text of ours that needs no escaping
   */
  static Reply refusal(int status, String message) {
    String text = "{\"error\":\"" + message + "\"}\n";
    return new Reply(status, JSON, text.getBytes(StandardCharsets.UTF_8));
  }
}
