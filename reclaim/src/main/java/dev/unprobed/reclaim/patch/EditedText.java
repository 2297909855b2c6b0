package dev.unprobed.reclaim.patch;

import dev.unprobed.kernel.bytes.MalformedInput;
import dev.unprobed.reclaim.patch.Edit.Place;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A file of the kernel in the middle of its edits. */
final class EditedText {
  private final String path;
  private final List<String> lines;
  private final boolean wasOurs;

  /**
   * @param path for messages
   * @param text ends with a line end, as all of the kernel's files do
   */
  EditedText(String path, String text) {
    this.path = path;
    this.lines = new ArrayList<>(text.lines().toList());
    this.wasOurs = lines.stream().anyMatch(EditScript::isOurs);
  }

  String text() {
    return String.join("\n", lines) + "\n";
  }

  /** Makes an edit that is not there yet. */
  void apply(Edit edit) {
    Span span = span(edit);
    if (Collections.indexOfSubList(lines.subList(span.start, span.end), edit.text()) >= 0) {
      return;
    }
    if (wasOurs) {
      throw wrong(
          "older-edit",
          "it was edited before, and not as now: " + place(edit) + " is not in place",
          "bring the file back as the kernel has it, and apply again");
    }
    if (edit.place() == Place.END) {
      lines.addAll(edit.text());
    } else {
      insert(edit, anchor(edit, span));
    }
  }

  private void insert(Edit edit, int at) {
    switch (edit.place()) {
      case BEFORE -> lines.addAll(at, edit.text());
      case AFTER -> lines.addAll(at + 1, edit.text());
      case REPLACE -> replace(at, edit.text());
      case FILL -> fill(edit, at + 1);
      case END -> throw new IllegalStateException("the end has no anchor");
    }
  }

  private void fill(Edit edit, int at) {
    if (at >= lines.size() || !lines.get(at).isBlank()) {
      throw wrong("no-empty-line", "no empty line follows " + quoted(edit), null);
    }
    replace(at, edit.text());
  }

  private void replace(int at, List<String> text) {
    lines.remove(at);
    lines.addAll(at, text);
  }

  private int anchor(Edit edit, Span span) {
    int[] found =
        IntStream.range(span.start, span.end)
            .filter(i -> squeezed(lines.get(i)).equals(squeezed(edit.anchor())))
            .toArray();
    String where = edit.function().isEmpty() ? "" : " in " + edit.function() + "()";
    if (found.length == 0) {
      throw wrong(
          "anchor-not-found",
          "there is no line " + quoted(edit) + where,
          "this kernel differs from those that the edits are known to fit");
    }
    if (found.length > 1) {
      String numbers = (found[0] + 1) + " and " + (found[1] + 1);
      throw wrong("anchor-twice", quoted(edit) + where + " is in lines " + numbers, null);
    }
    return found[0];
  }

  /** Columns that are set with tabs differ between kernels. */
  private static String squeezed(String line) {
    return line.strip().replaceAll("\\s+", " ");
  }

  private Span span(Edit edit) {
    if (edit.function().isEmpty()) {
      return new Span(0, lines.size());
    }
    Span span = function(edit.function());
    if (span == null) {
      throw wrong("no-function", "there is no function " + edit.function() + "()", null);
    }
    return span;
  }

  /** A definition starts at the left margin and ends with a brace there. */
  private @Nullable Span function(String name) {
    for (int i = 0; i < lines.size(); i++) {
      if (starts(lines.get(i), name)) {
        int body = next(i, line -> line.startsWith("{") || line.endsWith(";"));
        int end = next(body, line -> line.startsWith("}"));
        if (end < lines.size() && lines.get(body).startsWith("{")) {
          return new Span(i, end + 1);
        }
      }
    }
    return null;
  }

  private int next(int from, Predicate<String> wanted) {
    return IntStream.range(from, lines.size())
        .filter(i -> wanted.test(lines.get(i)))
        .findFirst()
        .orElse(lines.size());
  }

  private static boolean starts(String line, String name) {
    int at = line.indexOf(name + "(");
    return at >= 0
        && !Character.isWhitespace(line.charAt(0))
        && "/*#".indexOf(line.charAt(0)) < 0
        && (at == 0 || !Character.isJavaIdentifierPart(line.charAt(at - 1)));
  }

  private static String quoted(Edit edit) {
    return "\"" + edit.anchor() + "\"";
  }

  private static String place(Edit edit) {
    return (edit.place().word() + " " + edit.anchor()).strip();
  }

  private MalformedInput wrong(String check, String message, @Nullable String hint) {
    return new MalformedInput(path, -1, check, message, hint);
  }

  private record Span(int start, int end) {}
}
