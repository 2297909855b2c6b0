package dev.unprobed.kconfig.target;

import dev.unprobed.kconfig.eval.Evaluation;
import dev.unprobed.kconfig.eval.Tristate;
import dev.unprobed.kconfig.source.Diagnostic;
import dev.unprobed.kconfig.source.KconfigException;
import dev.unprobed.kconfig.tree.MenuNode;
import dev.unprobed.kconfig.tree.NumberReader;
import dev.unprobed.kconfig.tree.Numbers;
import dev.unprobed.kconfig.tree.Property;
import dev.unprobed.kconfig.tree.Symbol;
import dev.unprobed.kconfig.tree.SymbolType;
import org.jspecify.annotations.Nullable;

/**
 * Puts single questions in conf's words and takes the answers (conf.c: conf_sym, conf_string,
 * conf_choice).
 */
final class Questions {
  /** The answer was no number: the question is put again. */
  static final int ASK_AGAIN = -1;

  private final Evaluation evaluation;
  private final ConfSession session;
  private final Answer answer = new Answer();
  private boolean newMember;
  private int currentMember;

  Questions(Evaluation evaluation, ConfSession session) {
    this.evaluation = evaluation;
    this.session = session;
  }

  /** The last line that was read; conf keeps it from one question to the next. */
  private static final class Answer {
    String line = "";
    boolean ended;
    int count;
  }

  private void print(String text) {
    session.messages().out(text);
  }

  private static String spaces(int count) {
    return " ".repeat(Math.max(count, 0));
  }

  private static String prompt(MenuNode node) {
    Property prompt = node.prompt();
    return prompt == null ? String.valueOf(node.symbol()) : prompt.prompt();
  }

  void help(MenuNode node) {
    print("\n" + new SymbolHelp(evaluation, session.prefix()).of(node) + "\n");
  }

  /** The title of a menu, or a comment. */
  void title(String text, int indent) {
    String star = spaces(indent - 1) + "*";
    print(star + "\n" + star + " " + text + "\n" + star + "\n");
  }

  /** The prompt of a choice that cannot be asked about. */
  void line(MenuNode node, int indent) {
    print(spaces(indent - 1) + prompt(node) + "\n");
  }

  /** Reads an answer; false when there is nothing to ask. */
  private boolean ask(Symbol symbol, String value, boolean asksAll) {
    if (!evaluation.hasUserValue(symbol)) {
      print("(NEW) ");
    }
    answer.line = "\n";
    if (!evaluation.changeable(symbol) || !asksAll && evaluation.hasUserValue(symbol)) {
      print(value + "\n");
      return false;
    }
    read();
    return true;
  }

  private void read() {
    String line = session.answers().next();
    if (line == null) {
      answer.ended = true;
      session.messages().err("\nError in reading or end of file.\n");
    } else {
      answer.line = line;
      answer.count++;
    }
    print(answer.line);
  }

  void askText(MenuNode node, Symbol symbol, int indent, boolean asksAll) {
    while (true) {
      String value = evaluation.currentText(symbol);
      print(spaces(indent - 1) + prompt(node) + " (" + symbol.name() + ") [" + value + "] ");
      if (!ask(symbol, value, asksAll)) {
        return;
      }
      String wanted =
          answer.line.equals("\n") ? value : answer.line.substring(0, answer.line.length() - 1);
      if (answer.line.equals("?\n")) {
        help(node);
      } else if (setText(symbol, wanted)) {
        return;
      }
      if (answer.ended) {
        throw noAnswer(symbol);
      }
    }
  }

  /** conf would ask for ever at the end of its input. */
  private static KconfigException noAnswer(Symbol symbol) {
    return new KconfigException(
        Diagnostic.ofFile(
            symbol.displayName(),
            "no-answer",
            "no value for this new symbol at the end of the input",
            "set it in the configuration, or use olddefconfig"));
  }

  private boolean setText(Symbol symbol, String text) {
    boolean possible = Numbers.valid(symbol.type(), text) && evaluation.withinRange(symbol, text);
    if (!possible) {
      return false;
    }
    boolean prefixed = text.startsWith("0x") || text.startsWith("0X");
    boolean completed = symbol.type() == SymbolType.HEX && !prefixed;
    String value = completed ? "0x" + text : text;
    boolean same = !completed && text.equals(evaluation.userText(symbol));
    evaluation.setUserText(symbol, value);
    if (!same) {
      evaluation.invalidate();
    }
    return true;
  }

  void askLogical(MenuNode node, Symbol symbol, int indent, boolean asksAll) {
    while (true) {
      int value = evaluation.currentLogical(symbol);
      print(spaces(indent - 1) + prompt(node) + " " + name(symbol) + offer(symbol, value));
      if (!ask(symbol, Tristate.text(value), asksAll)) {
        return;
      }
      answer.line = answer.line.strip();
      int wanted = wanted(value);
      boolean help = answer.line.startsWith("?") || wanted >= 0 && !setLogical(symbol, wanted);
      if (help) {
        help(node);
      } else if (wanted >= 0) {
        return;
      }
      if (answer.ended) {
        throw noAnswer(symbol);
      }
    }
  }

  private static String name(Symbol symbol) {
    return symbol.name() == null ? "" : "(" + symbol.name() + ") ";
  }

  private String offer(Symbol symbol, int value) {
    StringBuilder offer = new StringBuilder("[").append("NMY".charAt(value));
    for (int other = Tristate.N; other <= Tristate.Y; other++) {
      if (other != value && evaluation.canBe(symbol, other)) {
        offer.append('/').append(Tristate.text(other));
      }
    }
    return offer.append("/?] ").toString();
  }

  /** The value that the answer means, -1 when it means none. */
  private int wanted(int current) {
    return switch (answer.line) {
      case "" -> current;
      case "n", "N", "no", "No" -> Tristate.N;
      case "m", "M" -> Tristate.M;
      case "y", "Y", "yes", "Yes" -> Tristate.Y;
      default -> -1;
    };
  }

  private boolean setLogical(Symbol symbol, int value) {
    boolean modeChoices = !evaluation.tree().generation().choicesByPriority();
    int old = evaluation.currentLogical(symbol);
    if ((!modeChoices || old != value) && !evaluation.canBe(symbol, value)) {
      return false;
    }
    Symbol choice = symbol.owner();
    if (modeChoices && choice != null && value == Tristate.Y) {
      takeMember(choice, symbol);
    }
    evaluation.setUserLogical(symbol, value);
    if (old != value) {
      evaluation.invalidate();
    }
    return true;
  }

  private void takeMember(Symbol choice, Symbol member) {
    evaluation.choose(choice, member);
    evaluation.markUserValue(choice);
    for (Symbol other : choice.members()) {
      if (evaluation.currentVisibility(other) != Tristate.N) {
        evaluation.markUserValue(other);
      }
    }
  }

  /** Shows the members of a choice; returns how many there are. */
  int listMembers(MenuNode node, Symbol choice, int indent) {
    line(node, indent);
    Symbol chosen = evaluation.chosen(choice);
    int count = 0;
    currentMember = 0;
    newMember = false;
    answer.line = "";
    for (MenuNode child = node.child(); child != null; child = child.next()) {
      if (!evaluation.menuVisible(child)) {
        continue;
      }
      Symbol member = child.symbol();
      if (member == null) {
        print(spaces(indent - 1) + "* " + prompt(child) + "\n");
        continue;
      }
      count++;
      currentMember = member == chosen ? count : currentMember;
      newMember |= !evaluation.hasUserValue(member);
      print(
          spaces(indent - 1)
              + (member == chosen ? '>' : ' ')
              + " "
              + count
              + ". "
              + memberLine(child, member)
              + "\n");
    }
    print(spaces(indent - 1) + "choice");
    return count;
  }

  private String memberLine(MenuNode node, Symbol member) {
    String name = member.name() == null ? "" : " (" + member.name() + ")";
    return prompt(node) + name + (evaluation.hasUserValue(member) ? "" : " (NEW)");
  }

  /**
   * Whether the last list had a member that the user did not speak of, where that makes the choice
   * new.
   */
  boolean sawNewMember() {
    return newMember && evaluation.tree().generation().choicesByPriority();
  }

  /** The number of the member that is wanted. */
  int memberNumber(int count, boolean ask, MenuNode node, int indent) {
    if (count == 1) {
      print("[1]: 1\n");
      return 1;
    }
    print("[1-" + count + "?]: ");
    if (!ask) {
      print(currentMember + "\n");
      return currentMember;
    }
    read();
    answer.line = answer.line.strip();
    if (answer.line.startsWith("?")) {
      help(node);
      return ASK_AGAIN;
    }
    if (answer.line.isEmpty()) {
      return currentMember;
    }
    return Numbers.digit(answer.line.charAt(0), 10)
        ? (int) new NumberReader(answer.line, 10).signedValue()
        : ASK_AGAIN;
  }

  /** The member of that number, absent when there is none. */
  @Nullable MenuNode member(MenuNode node, int number) {
    int left = number;
    for (MenuNode child = node.child(); child != null; child = child.next()) {
      if (child.symbol() != null && evaluation.menuVisible(child) && --left == 0) {
        return child;
      }
    }
    return null;
  }

  /** How many lines were read so far. */
  int answers() {
    return answer.count;
  }

  /** Whether there is no more input to answer from. */
  boolean ended() {
    return answer.ended;
  }

  /** Whether the number was followed by a question mark. */
  boolean wantsHelp() {
    return answer.line.endsWith("?");
  }

  /** Makes a member of a choice the user's. */
  void take(Symbol choice, Symbol member) {
    if (!evaluation.tree().generation().choicesByPriority()) {
      setLogical(member, Tristate.Y);
      return;
    }
    boolean changed = false;
    MenuNode node = choice.definitions().getFirst();
    for (MenuNode in = node.following(node); in != null; in = in.following(node)) {
      Symbol other = in.symbol();
      if (other == null || evaluation.currentVisibility(other) == Tristate.N) {
        continue;
      }
      int value = other == member ? Tristate.Y : Tristate.N;
      changed |= evaluation.currentLogical(other) != value;
      evaluation.setUserLogical(other, value);
      evaluation.prefer(other);
    }
    if (changed) {
      evaluation.invalidate();
    }
  }
}
