package dev.unprobed.kconfig.target;

import dev.unprobed.kconfig.eval.Evaluation;
import dev.unprobed.kconfig.eval.Tristate;
import dev.unprobed.kconfig.tree.MenuNode;
import dev.unprobed.kconfig.tree.Property;
import dev.unprobed.kconfig.tree.Symbol;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How conf of Linux 2.6.17 and BusyBox reaches every target: it walks the menu, puts the questions
 * of oldconfig, and answers them itself as the target has it. So what was answered before decides
 * what is asked at all.
 */
final class OldWalk {
  private final Evaluation evaluation;
  private final OldQuestions questions;
  private boolean onlyNew;
  private @Nullable MenuNode start;
  private int indent = 1;
  private int restarts;

  OldWalk(Evaluation evaluation, OldQuestions questions) {
    this.evaluation = evaluation;
    this.questions = questions;
  }

  /**
   * Walks the whole menu, and on until nothing is new.
   *
   * @param times how often; a second time gets at what the first one made visible
   */
  void run(int times) {
    MenuNode root = evaluation.tree().root();
    for (int i = 0; i < times; i++) {
      start = root;
      visit(root);
    }
    settle(root);
  }

  /** Asks only where something is new (oldconfig after its first round, silentoldconfig). */
  void runForNew() {
    onlyNew = true;
    settle(evaluation.tree().root());
  }

  private void settle(MenuNode root) {
    do {
      restarts = 0;
      lookForNew(root);
    } while (restarts > 0);
  }

  private void lookForNew(MenuNode node) {
    if (!evaluation.menuVisible(node)) {
      return;
    }
    Symbol symbol = node.symbol();
    if (symbol != null && !evaluation.hasUserValue(symbol)) {
      boolean inUse = symbol.choice() && evaluation.currentLogical(symbol) == Tristate.Y;
      if (evaluation.changeable(symbol) || inUse) {
        restart(node);
      }
    }
    for (MenuNode child = node.child(); child != null; child = child.next()) {
      lookForNew(child);
    }
  }

  private void restart(MenuNode from) {
    if (restarts++ == 0) {
      questions.print("*\n* Restart config...\n*\n");
    }
    MenuNode node = from;
    while (node != evaluation.tree().root() && !isMenu(node)) {
      node = Objects.requireNonNull(node.parent());
    }
    start = node;
    visit(node);
  }

  private static boolean isMenu(MenuNode node) {
    Property prompt = node.prompt();
    return prompt != null && prompt.kind() == Property.Kind.MENU;
  }

  private void visit(MenuNode node) {
    if (!evaluation.menuVisible(node)) {
      return;
    }
    if (isMenu(node) && onlyNew && node != start) {
      lookForNew(node);
      return;
    }
    Property prompt = node.prompt();
    if (prompt != null && prompt.kind() != Property.Kind.PROMPT) {
      questions.title(prompt.prompt(), indent);
    }
    Symbol symbol = node.symbol();
    if (symbol == null) {
      visitChildren(node);
      return;
    }
    if (symbol.choice()) {
      visitChoice(node, symbol);
      if (evaluation.currentLogical(symbol) != Tristate.M) {
        return;
      }
    } else {
      questions.ask(node, symbol, indent);
    }
    indent += 2;
    visitChildren(node);
    indent -= 2;
  }

  private void visitChildren(MenuNode node) {
    for (MenuNode child = node.child(); child != null; child = child.next()) {
      visit(child);
    }
  }

  private void visitChoice(MenuNode node, Symbol choice) {
    boolean isNew = !evaluation.hasUserValue(choice);
    boolean asked = evaluation.changeable(choice);
    if (asked) {
      questions.ask(node, choice, indent);
      evaluation.compute(choice);
    }
    int mode = evaluation.currentLogical(choice);
    if (mode == Tristate.M && !asked) {
      questions.line(node, indent);
    }
    if (mode != Tristate.Y) {
      return;
    }
    MenuNode member = questions.chooseMember(node, choice, isNew, indent);
    if (member.child() != null) {
      indent += 2;
      visit(member.child());
      indent -= 2;
    }
  }
}
