package dev.unprobed.kconfig.target;

import dev.unprobed.kconfig.dotconfig.ConfigText;
import dev.unprobed.kconfig.eval.Evaluation;
import dev.unprobed.kconfig.eval.Tristate;
import dev.unprobed.kconfig.source.Diagnostic;
import dev.unprobed.kconfig.source.KconfigException;
import dev.unprobed.kconfig.source.Location;
import dev.unprobed.kconfig.tree.MenuNode;
import dev.unprobed.kconfig.tree.Property;
import dev.unprobed.kconfig.tree.Symbol;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Walks the menu and asks, or tells, about symbols that are new (conf.c: conf, check_conf):
 * oldconfig, oldaskconfig, syncconfig, listnewconfig, helpnewconfig.
 */
final class Interview {
  private final Evaluation evaluation;
  private final ConfSession session;
  private final Questions questions;
  private final Target target;
  private boolean asksAll;
  private @Nullable MenuNode shown;
  private int restarts;
  private int indent = 1;

  Interview(Evaluation evaluation, ConfSession session, Target target) {
    this.evaluation = evaluation;
    this.session = session;
    this.target = target;
    this.asksAll = target == Target.OLDASKCONFIG;
    this.questions = new Questions(evaluation, session);
  }

  /** Goes round until an answer makes nothing new visible any more. */
  void run() {
    MenuNode root = evaluation.tree().root();
    if (asksAll) {
      shown = root;
      ask(root);
      asksAll = false;
    }
    Set<List<Object>> seen = new HashSet<>();
    do {
      restarts = 0;
      int answers = questions.answers();
      lookForNew(root);
      boolean idle = restarts > 0 && questions.answers() == answers;
      if (idle && !seen.add(userValues())) {
        throw endless(Objects.requireNonNull(shown));
      }
    } while (restarts > 0);
  }

  private List<Object> userValues() {
    List<Object> values = new ArrayList<>();
    for (Symbol symbol : evaluation.tree().inTableOrder()) {
      values.add(evaluation.hasUserValue(symbol));
      values.add(evaluation.userLogical(symbol));
      values.add(Objects.requireNonNullElse(evaluation.userText(symbol), ""));
    }
    return values;
  }

  private void lookForNew(MenuNode node) {
    if (!evaluation.menuVisible(node)) {
      return;
    }
    Symbol symbol = node.symbol();
    if (symbol != null && isNew(symbol)) {
      tell(node, symbol);
    }
    for (MenuNode child = node.child(); child != null; child = child.next()) {
      lookForNew(child);
    }
  }

  private boolean isNew(Symbol symbol) {
    if (evaluation.hasUserValue(symbol)) {
      return false;
    }
    boolean choiceInUse =
        !evaluation.tree().generation().choicesByPriority()
            && symbol.choice()
            && evaluation.currentLogical(symbol) == Tristate.Y;
    return evaluation.changeable(symbol) || choiceInUse;
  }

  private void tell(MenuNode node, Symbol symbol) {
    switch (target) {
      case LISTNEWCONFIG -> {
        if (symbol.name() != null) {
          String value = ConfigText.written(symbol, evaluation.currentText(symbol));
          session.messages().out(session.prefix() + symbol.name() + "=" + value + "\n");
        }
      }
      case HELPNEWCONFIG -> {
        session.messages().out("-----\n");
        questions.help(node);
        session.messages().out("-----\n");
      }
      default -> askAround(node);
    }
  }

  private void askAround(MenuNode node) {
    if (restarts++ == 0) {
      session.messages().out("*\n* Restart config...\n*\n");
    }
    shown = menuAround(node);
    ask(Objects.requireNonNull(shown));
  }

  private MenuNode menuAround(MenuNode from) {
    MenuNode root = evaluation.tree().root();
    MenuNode node = from;
    while (node != root && !isMenu(node)) {
      node = Objects.requireNonNull(node.parent());
    }
    return node;
  }

  private static boolean isMenu(MenuNode node) {
    Property prompt = node.prompt();
    return prompt != null && prompt.kind() == Property.Kind.MENU;
  }

  private void ask(MenuNode node) {
    if (!evaluation.menuVisible(node)) {
      return;
    }
    Property prompt = node.prompt();
    if (prompt != null && isMenu(node) && !asksAll && shown != node) {
      lookForNew(node);
      return;
    }
    if (prompt != null && (isMenu(node) || prompt.kind() == Property.Kind.COMMENT)) {
      questions.title(prompt.prompt(), indent);
    }
    Symbol symbol = node.symbol();
    if (symbol == null) {
      askChildren(node);
    } else if (symbol.choice()) {
      askChoice(node, symbol);
    } else {
      askSymbol(node, symbol);
      indent += 2;
      askChildren(node);
      indent -= 2;
    }
  }

  private void askChildren(MenuNode node) {
    for (MenuNode child = node.child(); child != null; child = child.next()) {
      ask(child);
    }
  }

  private void askSymbol(MenuNode node, Symbol symbol) {
    if (symbol.type().logical()) {
      questions.askLogical(node, symbol, indent, asksAll);
    } else {
      questions.askText(node, symbol, indent, asksAll);
    }
  }

  private void askChoice(MenuNode node, Symbol choice) {
    if (evaluation.tree().generation().choicesByPriority()) {
      chooseMember(node, choice, false);
      return;
    }
    boolean isNew = !evaluation.hasUserValue(choice);
    if (evaluation.changeable(choice)) {
      questions.askLogical(node, choice, indent, asksAll);
      evaluation.compute(choice);
    } else if (evaluation.currentLogical(choice) == Tristate.M) {
      questions.line(node, indent);
    }
    if (evaluation.currentLogical(choice) == Tristate.Y) {
      chooseMember(node, choice, isNew);
    }
    if (evaluation.currentLogical(choice) == Tristate.M) {
      indent += 2;
      askChildren(node);
      indent -= 2;
    }
  }

  private void chooseMember(MenuNode node, Symbol choice, boolean isNew) {
    while (true) {
      int shownMembers = questions.listMembers(node, choice, indent);
      boolean ask = asksAll || isNew || questions.sawNewMember();
      int number = questions.memberNumber(shownMembers, ask, node, indent);
      if (number == Questions.ASK_AGAIN) {
        continue;
      }
      MenuNode member = questions.member(node, number);
      if (member == null) {
        // conf would put the same question for ever.
        if (!ask || shownMembers == 1 || questions.ended()) {
          throw endless(node);
        }
        continue;
      }
      if (questions.wantsHelp()) {
        questions.help(member);
        continue;
      }
      questions.take(choice, Objects.requireNonNull(member.symbol()));
      if (!evaluation.tree().generation().choicesByPriority()) {
        indent += 2;
        askChildren(member);
        indent -= 2;
      }
      return;
    }
  }

  /** conf would print the same lines until the disk is full. */
  private static KconfigException endless(MenuNode node) {
    Location at = node.location();
    return new KconfigException(
        new Diagnostic(
            at.file(),
            at.line(),
            1,
            "no-answer",
            "the questions asked here have no answer that settles them",
            null,
            "use olddefconfig"));
  }
}
