package dev.unprobed.kconfig.target;

import dev.unprobed.kconfig.eval.Evaluation;
import dev.unprobed.kconfig.eval.Tristate;
import dev.unprobed.kconfig.tree.MenuNode;
import dev.unprobed.kconfig.tree.Symbol;
import java.util.ArrayList;
import java.util.List;

/**
 * Since 6.10: symbols with a prompt in the order of the menu; a choice gets an order of its
 * members.
 */
final class MenuOrderNewValues implements NewValues {
  private final Evaluation evaluation;
  private final Probabilities probabilities;
  private final CRandom random;

  MenuOrderNewValues(Evaluation evaluation, Probabilities probabilities, CRandom random) {
    this.evaluation = evaluation;
    this.probabilities = probabilities;
    this.random = random;
  }

  @Override
  public void set(Mode mode) {
    MenuNode root = evaluation.tree().root();
    for (MenuNode node = root.following(root); node != null; node = node.following(root)) {
      Symbol symbol = node.symbol();
      if (symbol != null && node.prompt() != null && open(symbol)) {
        if (symbol.choice()) {
          if (mode == Mode.RANDOM) {
            shuffle(node);
          }
        } else if (mode != Mode.DEFAULT) {
          evaluation.setUserLogical(symbol, value(mode, symbol));
        }
      }
    }
    evaluation.invalidate();
  }

  private boolean open(Symbol symbol) {
    return !evaluation.hasUserValue(symbol)
        && symbol.type().logical()
        && !evaluation.isChoiceMember(symbol);
  }

  private int value(Mode mode, Symbol symbol) {
    return switch (mode) {
      case YES -> Tristate.Y;
      case MOD -> Tristate.M;
      case NO, DEFAULT -> Tristate.N;
      case RANDOM -> probabilities.draw(symbol.type(), random);
    };
  }

  /**
   * Members that the user named stay in front; the others follow in random order, all of them y.
   */
  private void shuffle(MenuNode choice) {
    List<Symbol> members = new ArrayList<>();
    for (MenuNode in = choice.following(choice); in != null; in = in.following(choice)) {
      if (in.symbol() != null) {
        members.add(in.symbol());
      }
    }
    int open = (int) members.stream().filter(member -> !evaluation.hasUserValue(member)).count();
    for (; open > 0; open--) {
      pick(members, random.next() % open);
    }
  }

  private void pick(List<Symbol> members, int index) {
    int skip = index;
    for (Symbol member : members) {
      if (!evaluation.hasUserValue(member) && skip-- == 0) {
        evaluation.setUserLogical(member, Tristate.Y);
        evaluation.preferLeast(member);
        return;
      }
    }
  }
}
