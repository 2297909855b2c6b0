package dev.unprobed.prove.check;

import dev.unprobed.kconfig.tree.MenuTree;
import dev.unprobed.kconfig.tree.Property;
import dev.unprobed.kconfig.tree.Symbol;
import java.util.ArrayList;
import java.util.List;

/**
 * A bool or tristate that is n in every configuration. One without a prompt is a note: others
 * decide about it, often a select that only another architecture has.
 */
public record DeadSymbol() implements Check {
  @Override
  public String name() {
    return "dead-symbol";
  }

  @Override
  public Level level() {
    return Level.WARNING;
  }

  @Override
  public String summary() {
    return "A bool or tristate is n in every configuration.";
  }

  @Override
  public List<Question> questions(MenuTree tree) {
    List<Question> questions = new ArrayList<>();
    for (Symbol symbol : tree.symbols()) {
      boolean logical = symbol.defined() && symbol.type().logical();
      if (logical && !symbol.choice() && !symbol.transitional()) {
        boolean prompted = symbol.properties().stream().anyMatch(Property::visible);
        questions.add(
            new Question(
                this,
                prompted ? Level.WARNING : Level.NOTE,
                null,
                symbol.definitions().getFirst().location(),
                symbol,
                "config " + symbol.displayName(),
                in -> in.value(symbol).m(),
                List.of(),
                symbol.displayName() + " can never be on",
                Question.exprs(symbol.directDependency())));
      }
    }
    return questions;
  }
}
