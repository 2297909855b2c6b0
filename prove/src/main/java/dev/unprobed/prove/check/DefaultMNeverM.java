package dev.unprobed.prove.check;

import dev.unprobed.kconfig.tree.MenuTree;
import dev.unprobed.kconfig.tree.Property;
import dev.unprobed.kconfig.tree.Symbol;
import dev.unprobed.kconfig.tree.SymbolType;
import dev.unprobed.prove.sat.Cnf;
import java.util.ArrayList;
import java.util.List;

/** A {@code default m} that applies, in configurations in none of which its symbol is m. */
public record DefaultMNeverM() implements Check {
  @Override
  public String name() {
    return "default-m-never-m";
  }

  @Override
  public Level level() {
    return Level.WARNING;
  }

  @Override
  public String summary() {
    return "Where a \"default m\" applies its symbol is never m.";
  }

  @Override
  public List<Question> questions(MenuTree tree) {
    List<Question> questions = new ArrayList<>();
    for (Symbol symbol : tree.symbols()) {
      for (Property property : symbol.properties()) {
        boolean toM =
            property.kind() == Property.Kind.DEFAULT && property.valueSymbol() == tree.mod();
        if (toM && symbol.type().logical() && !symbol.choice() && !symbol.transitional()) {
          questions.add(question(symbol, property));
        }
      }
    }
    return questions;
  }

  private Question question(Symbol symbol, Property property) {
    boolean bool = symbol.type() == SymbolType.BOOL;
    return new Question(
        this,
        Level.WARNING,
        null,
        property.location(),
        symbol,
        Wording.of(property),
        in -> {
          int applies = DeadDefault.applies(in, symbol, property);
          int isM = in.cnf().and(in.value(symbol).m(), -in.value(symbol).y());
          return bool ? Cnf.FALSE : in.cnf().and(applies, isM);
        },
        List.of(Question.where(in -> DeadDefault.applies(in, symbol, property))),
        symbol.displayName()
            + (bool ? " is a bool, so default m means y" : " is never m where default m applies"),
        Question.exprs());
  }
}
