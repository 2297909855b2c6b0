package dev.unprobed.reclaim.patch;

import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When a file of edits is for a tree: by what a file of the tree contains, never by a version.
 *
 * @param group exactly one variant of a group is for a tree; empty for one that is always
 * @param file path from the top of the tree
 * @param wanted whether the text has to be there, or has to be absent
 */
record Variant(String group, String file, boolean wanted, String text) {
  static final Variant ALWAYS = new Variant("", "", true, "");

  private static final Pattern FORM = Pattern.compile("(\\S+): (\\S+) (has|lacks) (.+)");

  static Optional<Variant> parse(String words) {
    Matcher matcher = FORM.matcher(words);
    return matcher.matches()
        ? Optional.of(
            new Variant(
                matcher.group(1),
                matcher.group(2),
                matcher.group(3).equals("has"),
                matcher.group(4)))
        : Optional.empty();
  }

  boolean isFor(SourceTree tree) throws IOException {
    return group.isEmpty() || tree.text(file).filter(t -> t.contains(text)).isPresent() == wanted;
  }
}
