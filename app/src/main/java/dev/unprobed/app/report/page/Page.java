package dev.unprobed.app.report.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The report as one HTML file that needs nothing else. */
final class Page {
  private Page() {}

  /** The bundled page with the data in its place. */
  static String of(Findings findings) {
    String title = "Unprobed: " + findings.platforms().kernel();
    return resource("page.html")
        .replace("%TITLE%", escaped(title))
        .replace("%STYLE%", resource("page.css").strip())
        .replace("%DATA%", PageData.of(findings).replace("<", "\\u003c"))
        .replace("%SCRIPT%", resource("page.js").strip());
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;");
  }

  private static String resource(String name) {
    try (InputStream in = Page.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
