package dev.unprobed.app.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class HtmlTest {
  @Test
  void escapesTextsAndAttributes() {
    String html = new Html().element("p", "a < b && \"c\"\u0007", "title", "it's <x>").toString();

    assertThat(html)
        .isEqualTo("<p title=\"it&#39;s &lt;x&gt;\">a &lt; b &amp;&amp; &quot;c&quot;\ufffd</p>");
  }
}
