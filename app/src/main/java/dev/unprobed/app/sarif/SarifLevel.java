package dev.unprobed.app.sarif;

/** How much a result matters (SARIF 3.27.10). */
public enum SarifLevel {
  ERROR("error"),
  WARNING("warning"),
  NOTE("note");

  private final String text;

  SarifLevel(String text) {
    this.text = text;
  }

  String text() {
    return text;
  }
}
