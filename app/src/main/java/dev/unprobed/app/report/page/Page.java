package dev.unprobed.app.report.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;

/**
 * The report as one HTML file that needs nothing else.
 *
 * @param policy the Content-Security-Policy that the page has in it: nothing runs but its own
 *     script, whose hash is there
 */
public record Page(String html, String policy) {
  /** For a file. */
  public static Page of(Findings findings) {
    return of(findings, Optional.empty());
  }

  /** For a server that answers questions below the page's own address. */
  public static Page live(Findings findings, Live live) {
    return of(findings, Optional.of(live));
  }

  private static Page of(Findings findings, Optional<Live> live) {
    String style = resource("page.css").strip();
    String script = resource("page.js").strip();
    String policy =
        "default-src 'none'; script-src %s; style-src %s; img-src data: blob:; connect-src %s;"
                .formatted(hash(script), hash(style), live.isPresent() ? "'self'" : "'none'")
            + " base-uri 'none'; form-action 'none'";
    String html =
        resource("page.html")
            .replace("%POLICY%", policy)
            .replace("%TITLE%", escaped("Unprobed: " + findings.platforms().kernel()))
            .replace("%STYLE%", style)
            .replace("%SCRIPT%", script)
            .replace("%DATA%", PageData.of(findings, live).replace("<", "\\u003c"));
    return new Page(html, policy);
  }

  private static String hash(String text) {
    try {
      byte[] sum =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "'sha256-" + Base64.getEncoder().encodeToString(sum) + "'";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
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
