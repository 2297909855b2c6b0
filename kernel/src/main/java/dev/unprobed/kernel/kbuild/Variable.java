package dev.unprobed.kernel.kbuild;

import java.util.ArrayList;
import java.util.List;

/** A variable of make: what was assigned to it and under which conditions, in order. */
final class Variable {
  /**
   * What one assignment gave.
   *
   * @param text for a deferred one, to be expanded at each use
   * @param pieces for one that was expanded at once
   */
  record Part(Condition guard, Line line, boolean deferred, String text, List<Piece> pieces) {
    Part under(Condition condition) {
      return new Part(guard.and(condition), line, deferred, text, pieces);
    }
  }

  private final List<Part> parts = new ArrayList<>();
  private Condition defined = Condition.never();

  static Variable of(Line line, List<Piece> pieces) {
    Variable variable = new Variable();
    variable.add(new Part(Condition.always(), line, false, "", List.copyOf(pieces)));
    return variable;
  }

  List<Part> parts() {
    return parts;
  }

  Condition defined() {
    return defined;
  }

  /** As += does. */
  void add(Part part) {
    parts.add(part);
    defined = defined.or(part.guard());
  }

  /** As = does: elsewhere the old value stays. */
  void replace(Part part) {
    Condition elsewhere = part.guard().not();
    List<Part> kept = parts.stream().map(old -> old.under(elsewhere)).toList();
    parts.clear();
    kept.stream().filter(old -> !old.guard().equals(Condition.never())).forEach(parts::add);
    add(part);
  }

  /** Whether what is appended waits for its use, as what it is appended to does. */
  boolean deferred() {
    return parts.isEmpty() || parts.getLast().deferred();
  }

  /** Under which ifdef sees it. */
  Condition notEmpty() {
    Condition present = Condition.never();
    for (Part part : parts) {
      Condition here = part.deferred() ? always(part.text()) : Ways.present(part.pieces());
      present = present.or(here.and(part.guard()));
    }
    return present;
  }

  private static Condition always(String text) {
    return text.isEmpty() ? Condition.never() : Condition.always();
  }
}
