package dev.unprobed.app.serve;

import com.sun.net.httpserver.Headers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lets in only who has the token and comes from our own page.
 *
 * <p>A page of another origin can make a browser send requests here, and a name of its own can be
 * made to point here (DNS rebinding). The first is seen by {@code Origin} and {@code
 * Sec-Fetch-Site}, the second by {@code Host}; neither knows the token.
 *
 * @param token of the URL
 * @param port that we listen at
 */
record Gate(String token, int port) {
  private static final int TOKEN_BYTES = 24;
  private static final Set<String> OWN_SITES = Set.of("same-origin", "none");

  static String newToken() {
    byte[] bytes = new byte[TOKEN_BYTES];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  /**
   * What comes after the token, such as {@code /api/boards}.
   *
   * @param path raw, as it was sent
   * @throws Refused unless all is well
   */
  String admit(Headers headers, @Nullable String path) throws Refused {
    if (!names(headers.get("Host"), "")) {
      throw new Refused(421, "this is not the host");
    }
    if (headers.containsKey("Origin") && !names(headers.get("Origin"), "http://")) {
      throw new Refused(403, "another origin may not ask");
    }
    List<String> sites = headers.getOrDefault("Sec-Fetch-Site", List.of("none"));
    if (sites.size() != 1 || !OWN_SITES.contains(sites.getFirst())) {
      throw new Refused(403, "another site may not ask");
    }
    return afterToken(path == null ? "" : path);
  }

  private boolean names(@Nullable List<String> values, String scheme) {
    return values != null
        && values.size() == 1
        && (values.getFirst().equals(scheme + "127.0.0.1:" + port)
            || values.getFirst().equals(scheme + "localhost:" + port));
  }

  /** The comparison takes as long for a token that is nearly right as for any other. */
  private String afterToken(String path) throws Refused {
    int end = path.indexOf('/', 1);
    String given = path.isEmpty() ? "" : path.substring(1, end < 0 ? path.length() : end);
    boolean right =
        MessageDigest.isEqual(
            token.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    if (!right) {
      throw new Refused(403, "the token of the address is not right");
    }
    return end < 0 ? "" : path.substring(end);
  }
}
