package dev.unprobed.kconfig.target;

import dev.unprobed.kconfig.eval.Evaluation;
import dev.unprobed.kconfig.eval.Tristate;
import dev.unprobed.kconfig.tree.Symbol;
import dev.unprobed.kconfig.tree.SymbolType;

/** What 2.6.17's conf answers itself, and where it asks its standard input. */
final class OldAnswers {
  /** How a target answers. */
  enum Mode {
    DEFAULT,
    YES,
    MOD,
    NO,
    RANDOM,
    ASK_NEW,
    ASK_ALL;

    /** Whether the target overrules what an earlier answer of its own has brought about. */
    boolean answersTwice() {
      return this == YES || this == MOD || this == NO;
    }
  }

  private final Evaluation evaluation;
  private final ConfSession session;
  private final CRandom random;
  private Mode mode;
  private boolean ended;

  OldAnswers(Evaluation evaluation, ConfSession session, Mode mode, CRandom random) {
    this.evaluation = evaluation;
    this.session = session;
    this.mode = mode;
    this.random = random;
  }

  /** From now on only what is new is asked. */
  void askNew() {
    mode = Mode.ASK_NEW;
  }

  /** Whether the same question again would get the same answer. */
  boolean ended() {
    return ended || mode != Mode.ASK_NEW && mode != Mode.ASK_ALL;
  }

  /** The answer without its newline, empty for the current value. */
  String answer(Symbol symbol, String current) {
    boolean isNew = !evaluation.hasUserValue(symbol);
    if (isNew) {
      session.messages().out("(NEW) ");
    }
    if (!evaluation.changeable(symbol)) {
      return silently(current);
    }
    int own = symbol.type().logical() ? wanted(symbol) : -1;
    if (own >= 0) {
      return said(Tristate.text(own));
    }
    return switch (mode) {
      case ASK_ALL -> read();
      case ASK_NEW -> isNew ? read() : silently(current);
      case DEFAULT -> silently(current);
      case RANDOM -> isNew && symbol.type().logical() ? said(drawn(symbol)) : silently(current);
      case YES, MOD, NO -> isNew && symbol.type().logical() ? said("") : silently(current);
    };
  }

  /** The highest value that the target wants and that is possible, -1 when there is none. */
  private int wanted(Symbol symbol) {
    if (mode == Mode.YES && evaluation.canBe(symbol, Tristate.Y)) {
      return Tristate.Y;
    }
    if (mode == Mode.YES || mode == Mode.MOD) {
      boolean tristate = evaluation.type(symbol) == SymbolType.TRISTATE;
      int value = tristate ? Tristate.M : Tristate.Y;
      if (evaluation.canBe(symbol, value)) {
        return value;
      }
    }
    return mode.answersTwice() && evaluation.canBe(symbol, Tristate.N) ? Tristate.N : -1;
  }

  private String drawn(Symbol symbol) {
    int value;
    do {
      value = random.next() % 3;
    } while (!evaluation.canBe(symbol, value));
    return Tristate.text(value);
  }

  private String silently(String current) {
    session.messages().out(current + "\n");
    return "";
  }

  private String said(String answer) {
    session.messages().out(answer + "\n");
    return answer;
  }

  /** The answer to the question which member of a choice is on. */
  String member(int count, int current, boolean isNew) {
    return switch (mode) {
      case ASK_ALL -> read().strip();
      case ASK_NEW -> isNew ? read().strip() : said(Integer.toString(current));
      case RANDOM -> said(Integer.toString(random.next() % count + 1));
      case DEFAULT, YES, MOD, NO -> said(Integer.toString(current));
    };
  }

  private String read() {
    String line = session.answers().next();
    if (line == null) {
      ended = true;
      return "";
    }
    return line.endsWith("\n") ? line.substring(0, line.length() - 1) : line;
  }
}
