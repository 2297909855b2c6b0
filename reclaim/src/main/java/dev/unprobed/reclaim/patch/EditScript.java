package dev.unprobed.reclaim.patch;

import dev.unprobed.kernel.bytes.MalformedInput;
import dev.unprobed.reclaim.patch.Edit.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A file of edits.
 *
 * @param name for messages
 * @param variant when it is for a tree
 */
record EditScript(String name, Variant variant, List<Edit> edits) {

  /** Reads the language that the package describes. */
  static EditScript parse(String name, String text) {
    return new Parser(name).parse(text);
  }

  private static final class Parser {
    private final String name;
    private final List<Edit> edits = new ArrayList<>();
    private Variant variant = Variant.ALWAYS;
    private String file = "";
    private String function = "";
    private int line;

    Parser(String name) {
      this.name = name;
    }

    EditScript parse(String text) {
      for (String each : text.lines().toList()) {
        line++;
        if (each.startsWith("|")) {
          addText(each.substring(1).replace("\\t", "\t"));
        } else if (!each.isBlank() && !each.startsWith("#")) {
          read(each.strip());
        }
      }
      edits.forEach(this::check);
      return new EditScript(name, variant, List.copyOf(edits));
    }

    private void read(String words) {
      int space = words.indexOf(' ');
      String rest = space < 0 ? "" : words.substring(space + 1).strip();
      switch (space < 0 ? words : words.substring(0, space)) {
        case "variant" -> variant = Variant.parse(rest).orElseThrow(() -> wrong("no variant"));
        case "file" -> file = rest;
        case "in" -> function = rest;
        default -> startEdit(words);
      }
    }

    private void startEdit(String words) {
      for (Place place : Place.values()) {
        if (words.startsWith(place.word())) {
          String anchor = words.substring(place.word().length()).strip();
          edits.add(new Edit(file, function, place, anchor, new ArrayList<>()));
          function = "";
          return;
        }
      }
      throw wrong("there is no such word");
    }

    private void addText(String text) {
      if (edits.isEmpty()) {
        throw wrong("text before the first edit");
      }
      edits.getLast().text().add(text);
    }

    /** The text tells later whether the edit has been made, so it has to name whose it is. */
    private void check(Edit edit) {
      if (edit.file().isEmpty()) {
        throw wrong("an edit of no file");
      }
      if (edit.anchor().isEmpty() != (edit.place() == Place.END)) {
        throw wrong("an edit of " + edit.file() + " without an anchor");
      }
      if (edit.place() == Place.FILL && edit.text().size() != 1) {
        throw wrong("an edit of " + edit.file() + " fills one line with " + edit.text().size());
      }
      if (edit.text().stream().noneMatch(EditScript::isOurs)) {
        throw wrong("an edit of " + edit.file() + " does not say unprobed");
      }
    }

    private MalformedInput wrong(String message) {
      return new MalformedInput(name + ":" + line, -1, "edit-script", message, null);
    }
  }

  /** Whether a line of a kernel file is from these edits. */
  static boolean isOurs(String line) {
    return line.toLowerCase(Locale.ROOT).contains("unprobed");
  }
}
