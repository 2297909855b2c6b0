package dev.unprobed.app.sarif;

import java.util.List;

/**
 * One result. Texts are readable.
 *
 * @param rule the id of one of the log's rules
 * @param path relative to the top of the tree, or absolute; see {@link SarifPath}
 * @param line counted from 1; 0 when the file as a whole is meant
 * @param identity what makes it the same result after lines have moved
 * @param known whether a baseline has it already
 * @param related lines that explain it
 */
public record SarifResult(
    String rule,
    SarifLevel level,
    String message,
    String path,
    int line,
    String identity,
    boolean known,
    List<Related> related) {
  /**
   * A line that has to do with a result.
   *
   * @param path relative to the top of the tree
   * @param line counted from 1
   * @param message what it says
   */
  public record Related(String path, int line, String message) {}

  public SarifResult {
    related = List.copyOf(related);
  }
}
