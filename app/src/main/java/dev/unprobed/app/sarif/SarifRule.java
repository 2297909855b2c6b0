package dev.unprobed.app.sarif;

/**
 * A kind of result.
 *
 * @param id stable, in kebab-case
 * @param summary one sentence
 */
public record SarifRule(String id, String summary, SarifLevel level) {}
