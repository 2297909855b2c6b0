package dev.unprobed.app.serve;

import java.nio.charset.StandardCharsets;

/**
 * What is sent back.
 *
 * @param status of HTTP
 * @param type of the content
 * @param policy what the content may load and run, should a browser take it for a page
 */
record Reply(int status, String type, String policy, byte[] content) {
  private static final String JSON = "application/json; charset=utf-8";
  private static final String NOTHING = "default-src 'none'";

  static Reply json(String text) {
    return json(200, text);
  }

  /**
   * Says no.
   *
   * @param message a text of ours that needs no escaping
   */
  static Reply refusal(int status, String message) {
    return json(status, "{\"error\":\"" + message + "\"}\n");
  }

  private static Reply json(int status, String text) {
    return new Reply(status, JSON, NOTHING, text.getBytes(StandardCharsets.UTF_8));
  }
}
