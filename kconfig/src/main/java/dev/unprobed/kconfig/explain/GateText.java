package dev.unprobed.kconfig.explain;

import java.util.List;

/** Lines that do not apply, and what they need. */
record GateText(Page page) {
  /** Behind a condition without a symbol. */
  static final String FIXED = ", fixed when the files were read";

  private static final int MOST = 6;

  /** The needs of one prompt, or of each of several. */
  void all(int indent, List<Gate> gates) {
    if (gates.size() == 1) {
      gates.getFirst().blockers().forEach(blocker -> blocker(indent, blocker));
      return;
    }
    gates.stream().limit(MOST).forEach(gate -> gate(indent, gate));
    more(indent, gates.size() - MOST);
  }

  /** The line and below it what it needs. */
  void gate(int indent, Gate gate) {
    page.line(indent, CauseText.line(gate.line()), gate.line().location());
    gate.blockers().forEach(blocker -> blocker(indent + 2, blocker));
  }

  /** One line of Kconfig that is not high enough. */
  void blocker(int indent, Blocker blocker) {
    Clause clause = blocker.clause();
    String need = NeedText.of(blocker.need());
    String what = clause.fixed() ? "the condition is " + need : "needs " + need;
    String fixed = clause.fixed() ? FIXED : "";
    page.line(indent, what + how(clause.kind()) + fixed, clause.location());
  }

  private static String how(Clause.Kind kind) {
    return switch (kind) {
      case DEPENDS, CONDITION, VALUE, SELECTOR -> "";
      case IF -> " (if)";
      case MENU -> " (menu)";
      case VISIBLE -> " (visible if)";
      case CHOICE -> " (choice)";
    };
  }

  /** Says how many were left out, if any. */
  void more(int indent, int count) {
    if (count > 0) {
      page.line(indent, "and " + count + " more");
    }
  }
}
