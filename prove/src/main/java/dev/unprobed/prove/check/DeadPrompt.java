package dev.unprobed.prove.check;

import dev.unprobed.kconfig.tree.MenuTree;
import dev.unprobed.kconfig.tree.Property;
import dev.unprobed.kconfig.tree.Symbol;
import java.util.ArrayList;
import java.util.List;

/** A prompt that no user ever sees, of something that can be there. */
public record DeadPrompt() implements Check {
  @Override
  public String name() {
    return "dead-prompt";
  }

  @Override
  public Level level() {
    return Level.WARNING;
  }

  @Override
  public String summary() {
    return "A prompt is never visible, although its definition can count.";
  }

  @Override
  public List<Question> questions(MenuTree tree) {
    List<Question> questions = new ArrayList<>();
    for (Symbol symbol : tree.symbols()) {
      for (Property property : symbol.properties()) {
        if (property.visible() && !symbol.transitional()) {
          questions.add(
              new Question(
                  this,
                  Level.WARNING,
                  null,
                  property.location(),
                  symbol,
                  Wording.of(property),
                  in -> in.value(property.condition()).m(),
                  Living.definition(symbol, property),
                  "the prompt of " + symbol.displayName() + " is never visible",
                  Question.exprs(property.condition())));
        }
      }
    }
    return questions;
  }
}
