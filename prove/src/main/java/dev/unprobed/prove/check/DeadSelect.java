package dev.unprobed.prove.check;

import dev.unprobed.kconfig.tree.MenuTree;
import dev.unprobed.kconfig.tree.Property;
import dev.unprobed.kconfig.tree.Symbol;
import java.util.ArrayList;
import java.util.List;

/** A select or imply of a living symbol that never asks for anything. */
public record DeadSelect() implements Check {
  @Override
  public String name() {
    return "dead-select";
  }

  @Override
  public Level level() {
    return Level.WARNING;
  }

  @Override
  public String summary() {
    return "A select or imply never acts, although its symbol can be on.";
  }

  @Override
  public List<Question> questions(MenuTree tree) {
    List<Question> questions = new ArrayList<>();
    for (Symbol symbol : tree.symbols()) {
      for (Property property : symbol.properties()) {
        boolean selects =
            property.kind() == Property.Kind.SELECT || property.kind() == Property.Kind.IMPLY;
        if (selects && !symbol.transitional()) {
          questions.add(
              new Question(
                  this,
                  Level.WARNING,
                  null,
                  property.location(),
                  symbol,
                  Wording.of(property),
                  in -> in.cnf().and(in.value(symbol).m(), in.value(property.condition()).m()),
                  Living.definition(symbol, property),
                  "the "
                      + property.kind().text()
                      + " of "
                      + property.valueSymbol()
                      + " by "
                      + symbol.displayName()
                      + " never acts",
                  Question.exprs(property.condition())));
        }
      }
    }
    return questions;
  }
}
