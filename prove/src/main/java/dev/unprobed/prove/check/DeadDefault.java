package dev.unprobed.prove.check;

import dev.unprobed.kconfig.tree.MenuTree;
import dev.unprobed.kconfig.tree.Property;
import dev.unprobed.kconfig.tree.Symbol;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * A default that is never the one that conf takes: its condition is always n, or where it is not an
 * earlier default comes first.
 */
public record DeadDefault() implements Check {
  @Override
  public String name() {
    return "dead-default";
  }

  @Override
  public Level level() {
    return Level.WARNING;
  }

  @Override
  public String summary() {
    return "A default is never the one that applies.";
  }

  @Override
  public List<Question> questions(MenuTree tree) {
    List<Question> questions = new ArrayList<>();
    for (Symbol symbol : tree.symbols()) {
      for (Property property : symbol.properties()) {
        if (property.kind() == Property.Kind.DEFAULT && !symbol.transitional()) {
          ask(questions, symbol, property);
        }
      }
    }
    return questions;
  }

  private void ask(List<Question> questions, Symbol symbol, Property property) {
    List<Question.Given> living = Living.definition(symbol, property);
    questions.add(
        question(
            symbol,
            property,
            in -> in.value(property.condition()).m(),
            living,
            "the condition of a default of " + symbol.displayName() + " never holds"));
    if (!symbol.choice() && earlier(symbol, property)) {
      List<Question.Given> holding = new ArrayList<>(living);
      holding.add(Question.where(in -> in.value(property.condition()).m()));
      questions.add(
          question(
              symbol,
              property,
              in -> applies(in, symbol, property),
              holding,
              "a default of " + symbol.displayName() + " is always hidden by an earlier one"));
    }
  }

  private Question question(
      Symbol symbol,
      Property property,
      ToIntFunction<Encoding> situation,
      List<Question.Given> conditions,
      String message) {
    return new Question(
        this,
        Level.WARNING,
        null,
        property.location(),
        symbol,
        Wording.of(property),
        situation,
        conditions,
        message,
        Question.exprs(property.condition()));
  }

  private static boolean earlier(Symbol symbol, Property property) {
    return symbol.properties().stream()
            .filter(other -> other.kind() == Property.Kind.DEFAULT)
            .findFirst()
            .orElse(property)
        != property;
  }

  /** Whether a default is the first one with a condition that is not n. */
  static int applies(Encoding in, Symbol symbol, Property property) {
    int first = in.value(property.condition()).m();
    for (Property other : symbol.properties()) {
      if (other == property) {
        break;
      }
      if (other.kind() == Property.Kind.DEFAULT) {
        first = in.cnf().and(first, -in.value(other.condition()).m());
      }
    }
    return first;
  }
}
