package dev.unprobed.reclaim.patch;

import java.util.List;

/**
 * One change of one file.
 *
 * @param file its path from the top of the tree
 * @param function where the anchor is looked for; empty for the whole file
 * @param place where the text goes, seen from the anchor
 * @param anchor a line, without white space at its ends; empty for {@link Place#END}
 * @param text lines, without their ends
 */
record Edit(String file, String function, Place place, String anchor, List<String> text) {

  /** Where the text goes. */
  enum Place {
    BEFORE("before:"),
    AFTER("after:"),
    REPLACE("replace:"),
    /** In place of the empty line after the anchor. */
    FILL("fill after:"),
    END("append");

    private final String word;

    Place(String word) {
      this.word = word;
    }

    /** As it is written in a file of edits. */
    String word() {
      return word;
    }
  }
}
