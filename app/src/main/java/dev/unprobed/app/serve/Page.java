package dev.unprobed.app.serve;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;

/** The parts of the page, which come with the program. */
final class Page {
  /** A part. */
  record Resource(String name, String type) {
    Reply reply() {
      try (InputStream in = Page.class.getResourceAsStream(name)) {
        if (in == null) {
          throw new IllegalStateException("the program lacks " + name);
        }
        return new Reply(200, type, in.readAllBytes());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** By their paths after the token. */
  static final Map<String, Resource> PARTS =
      Map.of(
          "/", new Resource("live.html", "text/html; charset=utf-8"),
          "/live.js", new Resource("live.js", "text/javascript; charset=utf-8"),
          "/live.css", new Resource("live.css", "text/css; charset=utf-8"));

  private Page() {}
}
