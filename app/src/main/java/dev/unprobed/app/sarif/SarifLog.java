package dev.unprobed.app.sarif;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A log of one run. Paths are relative to {@code SRCROOT}, which the reader knows.
 *
 * @param version of this program
 * @param complete whether nothing was left out for want of time
 * @param compared whether there was a baseline, so that each result is new or known
 * @param rules each with an id of its own
 */
public record SarifLog(
    String version,
    boolean complete,
    boolean compared,
    List<SarifRule> rules,
    List<SarifResult> results) {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

  public SarifLog {
    rules = List.copyOf(rules);
    results = List.copyOf(results);
  }

  /** The log as JSON. */
  public String json() {
    Map<String, Object> run = new LinkedHashMap<>();
    run.put("tool", Map.of("driver", driver()));
    run.put("columnKind", "utf16CodeUnits");
    run.put("invocations", List.of(Map.of("executionSuccessful", complete)));
    Map<Identity, Integer> seen = new HashMap<>();
    run.put("results", results.stream().map(result -> result(result, seen)).toList());
    Map<String, Object> log = new LinkedHashMap<>();
    log.put("$schema", SCHEMA);
    log.put("version", "2.1.0");
    log.put("runs", List.of(run));
    return MAPPER.writeValueAsString(log);
  }

  private Map<String, Object> driver() {
    Map<String, Object> driver = new LinkedHashMap<>();
    driver.put("name", "unprobed");
    driver.put("version", version);
    driver.put("rules", rules.stream().map(SarifLog::rule).toList());
    return driver;
  }

  private static Map<String, Object> rule(SarifRule rule) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("id", rule.id());
    map.put("shortDescription", Map.of("text", rule.summary()));
    map.put("defaultConfiguration", Map.of("level", rule.level().text()));
    return map;
  }

  private Map<String, Object> result(SarifResult result, Map<Identity, Integer> seen) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("ruleId", result.rule());
    map.put("ruleIndex", rules.stream().map(SarifRule::id).toList().indexOf(result.rule()));
    map.put("level", result.level().text());
    map.put("message", Map.of("text", result.message()));
    map.put("locations", List.of(Map.of("physicalLocation", place(result.path(), result.line()))));
    if (!result.related().isEmpty()) {
      map.put("relatedLocations", result.related().stream().map(SarifLog::related).toList());
    }
    map.put("partialFingerprints", Map.of("unprobed/v1", fingerprint(result, seen)));
    if (compared) {
      map.put("baselineState", result.known() ? "unchanged" : "new");
    }
    return map;
  }

  private static Map<String, Object> related(SarifResult.Related related) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("physicalLocation", place(related.path(), related.line()));
    map.put("message", Map.of("text", related.message()));
    return map;
  }

  private static Map<String, Object> place(String path, int line) {
    Map<String, Object> artifact = new LinkedHashMap<>();
    artifact.put("uri", uri(path));
    // An absolute one must not have a base (3.4.4).
    if (!path.startsWith("/")) {
      artifact.put("uriBaseId", "SRCROOT");
    }
    Map<String, Object> place = new LinkedHashMap<>();
    place.put("artifactLocation", artifact);
    if (line > 0) {
      place.put("region", Map.of("startLine", line));
    }
    return place;
  }

  private static String uri(String path) {
    try {
      boolean absolute = path.startsWith("/");
      return new URI(absolute ? "file" : null, absolute ? "" : null, path, null).toASCIIString();
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(path, e);
    }
  }

  /** What results are counted by when they are alike. */
  private record Identity(String rule, String text) {}

  /** Of what does not move with lines; the second of two alike gets another one. */
  private static String fingerprint(SarifResult result, Map<Identity, Integer> seen) {
    int number = seen.merge(new Identity(result.rule(), result.identity()), 1, Integer::sum);
    String text = result.rule() + "\n" + result.identity() + "\n" + number;
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] hash = digest.digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
