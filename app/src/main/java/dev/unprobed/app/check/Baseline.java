package dev.unprobed.app.check;

import dev.unprobed.kconfig.source.Diagnostic;
import dev.unprobed.kconfig.source.KconfigException;
import dev.unprobed.prove.check.Finding;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Findings that are known and not to be told again. In a file each has a line {@code check SYMBOL:
 * text}, so that it stays the same when lines of Kconfig files move; texts are byte strings.
 */
public record Baseline(Set<Finding.Key> keys) {
  /** Nothing is known. */
  public static final Baseline EMPTY = new Baseline(Set.of());

  private static final String TITLE = "# unprobed baseline 1";

  public Baseline {
    keys = new LinkedHashSet<>(keys);
  }

  /** Whether a finding is known. */
  public boolean has(Finding finding) {
    return has(finding.key());
  }

  /** Whether something with this key is known. */
  public boolean has(Finding.Key key) {
    return keys.contains(key);
  }

  /** What is here and not among these. */
  public List<Finding.Key> without(Collection<Finding.Key> found) {
    Set<Finding.Key> rest = new LinkedHashSet<>(keys);
    rest.removeAll(new LinkedHashSet<>(found));
    return List.copyOf(rest);
  }

  /** The content of a file with these findings. */
  public static String write(Collection<Finding.Key> keys) {
    Set<String> lines = new TreeSet<>();
    keys.forEach(key -> lines.add(line(key)));
    return TITLE + "\n" + String.join("", lines.stream().map(line -> line + "\n").toList());
  }

  /** The line of a finding, without its end. */
  public static String line(Finding.Key key) {
    return key.check() + " " + key.symbol() + ": " + key.text().replace('\n', ' ');
  }

  /**
   * Reads a file. Empty lines and those that begin with # are passed over; a {@link
   * KconfigException} tells the line that is no entry.
   *
   * @param path as the user knows it
   */
  public static Baseline read(String path, String content) {
    Set<Finding.Key> keys = new LinkedHashSet<>();
    String[] lines = content.split("\n", -1);
    if (!lines[0].strip().equals(TITLE)) {
      throw wrong(path, 1, lines[0], "this is no baseline", "the first line is \"" + TITLE + "\"");
    }
    for (int i = 1; i < lines.length; i++) {
      String line = lines[i].strip();
      if (!line.isEmpty() && !line.startsWith("#")) {
        keys.add(key(path, i + 1, line));
      }
    }
    return new Baseline(keys);
  }

  private static Finding.Key key(String path, int number, String line) {
    int space = line.indexOf(' ');
    int colon = line.indexOf(": ", space + 1);
    if (space <= 0 || colon < 0) {
      String hint = "such as: dead-default USB: default y if PCI";
      throw wrong(path, number, line, "expected a check, a symbol and a text", hint);
    }
    return new Finding.Key(
        line.substring(0, space), line.substring(space + 1, colon), line.substring(colon + 2));
  }

  private static KconfigException wrong(
      String path, int line, String text, String message, String hint) {
    return new KconfigException(new Diagnostic(path, line, 1, "baseline", message, text, hint));
  }
}
