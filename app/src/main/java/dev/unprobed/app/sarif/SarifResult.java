package dev.unprobed.app.sarif;

/**
 * One result. Texts are readable.
 *
 * @param rule the id of one of the log's rules
 * @param path relative to the top of the tree
 * @param line counted from 1; 0 when the file as a whole is meant
 * @param identity what makes it the same result after lines have moved
 * @param known whether a baseline has it already
 */
public record SarifResult(
    String rule,
    SarifLevel level,
    String message,
    String path,
    int line,
    String identity,
    boolean known) {}
