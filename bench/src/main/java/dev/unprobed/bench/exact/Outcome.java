package dev.unprobed.bench.exact;

import dev.unprobed.bench.tree.Answer;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All that a run left behind.
 *
 * @param listing every file of the working folder, a line each; those that the run wrote are marked
 *     with a star
 * @param files the contents of those that are not empty, by path
 */
public record Outcome(Answer answer, String listing, SortedMap<String, String> files) {

  /** Everything that is compared, by name; what is not a file has a name in brackets. */
  public SortedMap<String, String> parts() {
    SortedMap<String, String> parts = new TreeMap<>(files);
    parts.put("(exit status)", Integer.toString(answer.exit()));
    parts.put("(stdout)", answer.stdout());
    parts.put("(stderr)", answer.stderr());
    parts.put("(files)", listing);
    return parts;
  }

  /** A file's content, or nothing. */
  public String file(String name) {
    return files.getOrDefault(name, "");
  }

  /** All files, the empty ones too, to go on from. */
  public SortedMap<String, String> everything() {
    SortedMap<String, String> all = new TreeMap<>();
    listing
        .lines()
        .map(line -> line.substring(Workplace.MARK))
        .forEach(name -> all.put(name, file(name)));
    return all;
  }
}
