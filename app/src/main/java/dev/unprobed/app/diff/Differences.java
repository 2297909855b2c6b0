package dev.unprobed.app.diff;

import java.util.List;

/**
 * How two configurations differ.
 *
 * @param a what people call side A
 * @param b what people call side B
 * @param trees whether the two are of two trees
 * @param same how many symbols have one value on both sides
 * @param groups by cause, those that the user set first, then by size
 * @param offInB symbols that only tree B has, and that are off
 * @param offInA symbols that only tree A has, and that were off
 * @param renames guesses: of one type, and with the same prompt
 * @param unknown symbols that a file sets and its tree does not have
 */
public record Differences(
    String a,
    String b,
    boolean trees,
    int same,
    List<Group> groups,
    List<String> offInB,
    List<String> offInA,
    List<Rename> renames,
    List<String> unknown) {

  /** A symbol that may have got another name. */
  public record Rename(String from, String to, String prompt) {}

  /** How many symbols differ, those left out that are off wherever they are. */
  public int count() {
    return groups.stream().mapToInt(group -> 1 + group.follows().size()).sum();
  }

  /** Whether there is anything to tell. */
  public boolean none() {
    return groups.isEmpty() && offInA.isEmpty() && offInB.isEmpty();
  }
}
