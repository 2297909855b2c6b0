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
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The questions of 2.6.17's conf, and the answers that it gives itself (conf.c: conf_askvalue). */
final class OldQuestions {
  private final Evaluation evaluation;
  private final ConfSession session;
  private final OldAnswers answers;

  OldQuestions(Evaluation evaluation, ConfSession session, OldAnswers answers) {
    this.evaluation = evaluation;
    this.session = session;
    this.answers = answers;
  }

  void print(String text) {
    session.messages().out(text);
  }

  void title(String text, int indent) {
    String star = " ".repeat(indent - 1) + "*";
    print(star + "\n" + star + " " + text + "\n" + star + "\n");
  }

  void line(MenuNode node, int indent) {
    print(" ".repeat(indent - 1) + prompt(node) + "\n");
  }

  private static String prompt(MenuNode node) {
    Property prompt = node.prompt();
    return prompt == null ? String.valueOf(node.symbol()) : prompt.prompt();
  }

  /** Asks about a symbol or about the mode of a choice, until the answer is a possible one. */
  void ask(MenuNode node, Symbol symbol, int indent) {
    boolean logical = symbol.type().logical();
    while (logical ? !askedLogical(node, symbol, indent) : !askedText(node, symbol, indent)) {
      if (answers.ended()) {
        throw noAnswer(symbol);
      }
    }
  }

  private static KconfigException noAnswer(Symbol symbol) {
    return new KconfigException(
        Diagnostic.ofFile(
            symbol.displayName(),
            "no-answer",
            "no possible value for this symbol",
            "set it in the configuration"));
  }

  private boolean askedText(MenuNode node, Symbol symbol, int indent) {
    String value = evaluation.currentText(symbol);
    print(" ".repeat(indent - 1) + prompt(node) + " (" + symbol.name() + ") [" + value + "] ");
    String answer = answers.answer(symbol, value);
    if (answer.equals("?")) {
      help(node);
      return false;
    }
    return setText(symbol, answer.isEmpty() ? value : answer);
  }

  private boolean setText(Symbol symbol, String text) {
    if (!Numbers.valid(symbol.type(), text) || !evaluation.withinRange(symbol, text)) {
      return false;
    }
    boolean prefixed = text.startsWith("0x") || text.startsWith("0X");
    boolean bare = symbol.type() == SymbolType.HEX && !prefixed;
    boolean same = !bare && text.equals(evaluation.userText(symbol));
    evaluation.setUserText(symbol, bare ? "0x" + text : text);
    if (!same) {
      evaluation.invalidate();
    }
    return true;
  }

  private boolean askedLogical(MenuNode node, Symbol symbol, int indent) {
    int value = evaluation.currentLogical(symbol);
    String name = symbol.name() == null ? "" : "(" + symbol.name() + ") ";
    print(" ".repeat(indent - 1) + prompt(node) + " " + name + offer(node, symbol, value));
    String answer = answers.answer(symbol, Tristate.text(value)).strip();
    int wanted =
        switch (answer) {
          case "" -> value;
          case "n", "N", "no", "No" -> Tristate.N;
          case "m", "M" -> Tristate.M;
          case "y", "Y", "yes", "Yes" -> Tristate.Y;
          default -> -1;
        };
    if (wanted >= 0 && setLogical(symbol, wanted)) {
      return true;
    }
    if (wanted >= 0 || answer.startsWith("?")) {
      help(node);
    }
    return false;
  }

  private String offer(MenuNode node, Symbol symbol, int value) {
    StringBuilder offer = new StringBuilder("[").append("NMY".charAt(value));
    for (int other = Tristate.N; other <= Tristate.Y; other++) {
      if (other != value && evaluation.canBe(symbol, other)) {
        offer.append('/').append(Tristate.text(other));
      }
    }
    return offer.append(helpOf(node) == null ? "] " : "/?] ").toString();
  }

  /** The help belongs to the symbol, wherever it is defined; the last one counts. */
  private static @Nullable String helpOf(MenuNode node) {
    Symbol symbol = node.symbol();
    String help = null;
    for (MenuNode definition : symbol == null ? List.<MenuNode>of() : symbol.definitions()) {
      help = definition.help() == null ? help : definition.help();
    }
    return help;
  }

  private void help(MenuNode node) {
    String help = helpOf(node);
    print("\n" + (help == null ? "Sorry, no help available for this option yet.\n" : help) + "\n");
  }

  private boolean setLogical(Symbol symbol, int value) {
    int old = evaluation.currentLogical(symbol);
    if (old != value && !evaluation.canBe(symbol, value)) {
      return false;
    }
    Symbol choice = symbol.owner();
    if (choice != null && value == Tristate.Y) {
      evaluation.choose(choice, symbol);
      evaluation.markUserValue(choice);
      for (Symbol other : choice.members()) {
        if (evaluation.currentVisibility(other) != Tristate.N) {
          evaluation.markUserValue(other);
        }
      }
    }
    evaluation.setUserLogical(symbol, value);
    if (old != value) {
      evaluation.invalidate();
    }
    return true;
  }

  /** Shows the members of a choice in mode y, and takes one of them. */
  MenuNode chooseMember(MenuNode node, Symbol choice, boolean isNew, int indent) {
    while (true) {
      line(node, indent);
      List<MenuNode> members = new ArrayList<>();
      int current = listMembers(node, choice, indent, members);
      int number = memberNumber(node, members.size(), current, isNew, indent);
      if (number > 0 && number <= members.size()) {
        MenuNode member = members.get(number - 1);
        setLogical(java.util.Objects.requireNonNull(member.symbol()), Tristate.Y);
        return member;
      }
      if (answers.ended() || members.isEmpty()) {
        throw noAnswer(choice);
      }
    }
  }

  private int listMembers(MenuNode node, Symbol choice, int indent, List<MenuNode> members) {
    Symbol chosen = evaluation.chosen(choice);
    int current = 0;
    for (MenuNode child = node.child(); child != null; child = child.next()) {
      Symbol member = child.symbol();
      if (!evaluation.menuVisible(child)) {
        continue;
      }
      if (member == null) {
        print(" ".repeat(indent - 1) + "* " + prompt(child) + "\n");
        continue;
      }
      members.add(child);
      current = member == chosen ? members.size() : current;
      String mark = " ".repeat(indent - 1) + (member == chosen ? '>' : ' ');
      String fresh = evaluation.hasUserValue(member) ? "" : " (NEW)";
      String name = member.name() == null ? "" : " (" + member.name() + ")";
      print(mark + " " + members.size() + ". " + prompt(child) + name + fresh + "\n");
    }
    return current;
  }

  private int memberNumber(MenuNode node, int count, int current, boolean isNew, int indent) {
    print(" ".repeat(indent - 1) + "choice");
    if (count == 1) {
      print("[1]: 1\n");
      return 1;
    }
    print("[1-" + count + (helpOf(node) == null ? "" : "?") + "]: ");
    String answer = answers.member(count, current, isNew);
    if (answer.startsWith("?")) {
      help(node);
      return 0;
    }
    return answer.isEmpty() ? current : (int) new NumberReader(answer, 10).signedValue();
  }
}
