package dev.unprobed.kernel.kbuild;

import java.util.ArrayList;
import java.util.List;

/** The lists of one folder's makefile. */
final class Folder {
  /** A word of a list: an object, or a folder with a slash at its end. */
  record Entry(String name, Condition guard, Line line) {}

  private final String path;
  private final Scope scope;
  private final Expander expander;

  Folder(String path, Scope scope, Expander expander) {
    this.path = path;
    this.scope = scope;
    this.expander = expander;
  }

  Scope scope() {
    return scope;
  }

  Expander expander() {
    return expander;
  }

  /** Relative to the tree; empty for the tree itself. */
  String path() {
    return path;
  }

  /** The name as seen from the tree. */
  String within(String name) {
    return path.isEmpty() ? name : path + "/" + name;
  }

  /** What is in a list, in order. */
  List<Entry> list(String name) {
    Variable variable = scope.find(name);
    List<Entry> entries = new ArrayList<>();
    if (variable != null) {
      for (Variable.Part part : List.copyOf(variable.parts())) {
        expander.at(part.line());
        for (Word word : Word.split(expander.pieces(part))) {
          Condition guard = part.guard().and(word.guard());
          if (!guard.equals(Condition.never())) {
            entries.add(new Entry(word.text(), guard, part.line()));
          }
        }
      }
    }
    return entries;
  }

  /** Under which at least one of the lists has something in it. */
  Condition anyIn(List<String> lists) {
    Condition any = Condition.never();
    for (String list : lists) {
      for (Entry entry : list(list)) {
        any = any.or(entry.guard());
      }
    }
    return any;
  }
}
