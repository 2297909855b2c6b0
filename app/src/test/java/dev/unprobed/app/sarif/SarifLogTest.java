package dev.unprobed.app.sarif;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The structure that SARIF 2.1.0 asks for, by the numbers of its sections. */
class SarifLogTest {
  private static final SarifRule RULE =
      new SarifRule("unmet-select", "A select breaks dependencies.", SarifLevel.ERROR);

  private static SarifResult result(String path, int line, String identity, boolean known) {
    return new SarifResult(
        "unmet-select", SarifLevel.WARNING, "A selects B.", path, line, identity, known, List.of());
  }

  private static JsonNode json(boolean compared, SarifResult... results) {
    SarifLog log = new SarifLog("1.2", true, compared, List.of(RULE), List.of(results));
    return new JsonMapper().readTree(log.json());
  }

  @Test
  void saysWhoFoundWhatWhere() {
    JsonNode log = json(false, result("drivers/clk/Kconfig", 12, "A", false));
    assertThat(log.at("/version").asString()).isEqualTo("2.1.0");
    JsonNode run = log.at("/runs/0");
    assertThat(run.at("/tool/driver/name").asString()).isEqualTo("unprobed");
    assertThat(run.at("/tool/driver/rules/0/id").asString()).isEqualTo("unmet-select");
    assertThat(run.at("/tool/driver/rules/0/defaultConfiguration/level").asString())
        .isEqualTo("error");
    assertThat(run.at("/invocations/0/executionSuccessful").asBoolean()).isTrue();
    JsonNode result = run.at("/results/0");
    assertThat(result.at("/ruleId").asString()).isEqualTo("unmet-select");
    assertThat(result.at("/ruleIndex").asInt()).isZero();
    assertThat(result.at("/level").asString()).isEqualTo("warning");
    assertThat(result.at("/message/text").asString()).isEqualTo("A selects B.");
    JsonNode place = result.at("/locations/0/physicalLocation");
    assertThat(place.at("/artifactLocation/uri").asString()).isEqualTo("drivers/clk/Kconfig");
    assertThat(place.at("/artifactLocation/uriBaseId").asString()).isEqualTo("SRCROOT");
    assertThat(place.at("/region/startLine").asInt()).isEqualTo(12);
    assertThat(result.has("baselineState")).isFalse();
  }

  /** A startLine is at least 1 (3.30.5), and a uri has no bare spaces (3.4.3). */
  @Test
  void oddPlacesStayValid() {
    JsonNode place =
        json(false, result("a b/Kcönfig#1", 0, "A", false))
            .at("/runs/0/results/0/locations/0/physicalLocation");
    assertThat(place.at("/artifactLocation/uri").asString()).isEqualTo("a%20b/Kc%C3%B6nfig%231");
    assertThat(place.has("region")).isFalse();
  }

  /** What is not in the tree has no base, since a uri with a base is relative (3.4.4). */
  @Test
  void placesOutsideOfTheTreeAreAbsolute() {
    JsonNode artifact =
        json(false, result("/tmp/a b.rules", 3, "A", false))
            .at("/runs/0/results/0/locations/0/physicalLocation/artifactLocation");
    assertThat(artifact.at("/uri").asString()).isEqualTo("file:///tmp/a%20b.rules");
    assertThat(artifact.has("uriBaseId")).isFalse();
    assertThat(SarifPath.of(Path.of("/t/k/a/b.rules"), Path.of("/t/k/"))).isEqualTo("a/b.rules");
    assertThat(SarifPath.of(Path.of("/t/k/../b.rules"), Path.of("/t/k"))).isEqualTo("/t/b.rules");
  }

  @Test
  void linesThatExplainAreRelated() {
    SarifResult.Related line = new SarifResult.Related("drivers/Kconfig", 7, "select A");
    SarifResult explained =
        new SarifResult(
            "unmet-select", SarifLevel.ERROR, "A", "x.rules", 1, "A", false, List.of(line));
    JsonNode related = json(false, explained).at("/runs/0/results/0/relatedLocations/0");
    assertThat(related.at("/physicalLocation/artifactLocation/uri").asString())
        .isEqualTo("drivers/Kconfig");
    assertThat(related.at("/physicalLocation/region/startLine").asInt()).isEqualTo(7);
    assertThat(related.at("/message/text").asString()).isEqualTo("select A");
  }

  @Test
  void fingerprintsSurviveMovedLines() {
    JsonNode before = json(true, result("K", 1, "A", true), result("K", 2, "A", false));
    JsonNode after = json(true, result("K", 11, "A", true), result("K", 12, "A", false));
    for (String number : List.of("0", "1")) {
      String at = "/runs/0/results/" + number + "/partialFingerprints/unprobed~1v1";
      assertThat(after.at(at).asString()).isEqualTo(before.at(at).asString()).hasSize(32);
    }
    assertThat(before.at("/runs/0/results/0/partialFingerprints"))
        .isNotEqualTo(before.at("/runs/0/results/1/partialFingerprints"));
    assertThat(before.at("/runs/0/results/0/baselineState").asString()).isEqualTo("unchanged");
    assertThat(before.at("/runs/0/results/1/baselineState").asString()).isEqualTo("new");
  }
}
