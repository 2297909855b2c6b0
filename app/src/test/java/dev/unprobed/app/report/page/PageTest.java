package dev.unprobed.app.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unprobed.app.report.Report;
import dev.unprobed.app.report.page.Findings.Made;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class PageTest {
  private static final Findings NOTHING =
      new Findings(
          new Report("Linux 6.1 <b>", "a </script> test", "tree", List.of("A note."), List.of()),
          List.of(),
          Optional.empty(),
          List.of(new Made("rules", "unprobed prove a.rules")));

  @Test
  void dataCannotEndItsElement() {
    String page = Page.of(NOTHING).html();
    int from = page.indexOf("id=\"data\">") + "id=\"data\">".length();
    String data = page.substring(from, page.indexOf("</script>", from));
    JsonNode json = new JsonMapper().readTree(data);
    assertThat(json.get("source").asString()).isEqualTo("a </script> test");
    assertThat(page).contains("<title>Unprobed: Linux 6.1 &lt;b></title>");
  }

  @Test
  void asksForNothingElse() {
    assertThat(Page.of(NOTHING).html())
        .contains("default-src 'none'", "connect-src 'none'")
        .doesNotContain(
            " src=\"",
            "unsafe-inline",
            "%POLICY%",
            "@import",
            "url(",
            "%DATA%",
            "%SCRIPT%",
            "%STYLE%",
            "%TITLE%");
  }

  @Test
  void theSummaryTellsWhatIsNotKnownAndFitsAScreen() {
    List<String> lines = FindingsText.of(NOTHING).lines().toList();
    assertThat(lines).hasSizeLessThan(24).allMatch(line -> line.length() <= 80);
    assertThat(String.join("\n", lines)).contains("no rules were given", "--kernel BUILD");
  }

  /** What the policy lets run is what the page has, to the byte. */
  @Test
  void onlyItsOwnScriptAndStyleRun() throws NoSuchAlgorithmException {
    Page page = Page.live(NOTHING, new Live(true, "defconfig", "arm64"));
    for (String element : List.of("style", "script")) {
      String start = "<" + element + ">";
      int from = page.html().indexOf(start) + start.length();
      String text = page.html().substring(from, page.html().indexOf("</" + element + ">", from));
      byte[] sum =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      String hash = "'sha256-" + Base64.getEncoder().encodeToString(sum) + "'";
      assertThat(page.policy()).contains(element + "-src " + hash + ";");
    }
    assertThat(page.html())
        .contains("content=\"" + page.policy() + "\"", "connect-src 'self'")
        .contains("\"live\":{\"kconfig\":true");
  }
}
