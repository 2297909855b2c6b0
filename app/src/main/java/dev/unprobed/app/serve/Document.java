package dev.unprobed.app.serve;

import java.nio.charset.StandardCharsets;

/**
 * The page, one file for everything.
 *
 * @param policy its Content-Security-Policy, without what only a server may say
 */
public record Document(String html, String policy) {
  Reply reply() {
    return new Reply(
        200, "text/html; charset=utf-8", policy, html.getBytes(StandardCharsets.UTF_8));
  }
}
