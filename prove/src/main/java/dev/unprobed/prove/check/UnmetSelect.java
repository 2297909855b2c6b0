package dev.unprobed.prove.check;

import dev.unprobed.kconfig.tree.Expr;
import dev.unprobed.kconfig.tree.MenuTree;
import dev.unprobed.kconfig.tree.Property;
import dev.unprobed.kconfig.tree.Symbol;
import dev.unprobed.prove.model.Pair;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.ToIntFunction;

/**
 * A select that can raise its target above the target's dependencies: what conf calls unmet direct
 * dependencies (symbol.c: sym_warn_unmet_dep), for each line that selects.
 */
public record UnmetSelect() implements Check {
  @Override
  public String name() {
    return "unmet-select";
  }

  @Override
  public Level level() {
    return Level.ERROR;
  }

  @Override
  public String summary() {
    return "A select can turn on what it selects although the dependencies of that are not met.";
  }

  @Override
  public List<Question> questions(MenuTree tree) {
    List<Question> questions = new ArrayList<>();
    for (Symbol symbol : tree.symbols()) {
      for (Property property : symbol.properties()) {
        Symbol target = property.valueSymbol();
        if (property.kind() == Property.Kind.SELECT && target != null && warned(tree, target)) {
          ask(questions, symbol, property, target);
        }
      }
    }
    return questions;
  }

  /** conf computes no dependencies for members of choices, and none at all for other types. */
  private static boolean warned(MenuTree tree, Symbol target) {
    boolean member =
        tree.generation().choicesByPriority() ? target.listedMember() : target.owner() != null;
    return target.defined()
        && target.type().logical()
        && !member
        && !target.transitional()
        && target.directDependency() != null;
  }

  private void ask(List<Question> questions, Symbol symbol, Property property, Symbol target) {
    ToIntFunction<Encoding> unmet =
        in -> in.cnf().and(strength(in, symbol, property, target).m(), -direct(in, target).m());
    ToIntFunction<Encoding> partly =
        in ->
            in.cnf()
                .and(
                    strength(in, symbol, property, target).y(),
                    in.cnf().and(direct(in, target).m(), -direct(in, target).y()));
    String names = symbol.displayName() + " selects " + target.displayName();
    questions.add(
        question(property, symbol, Level.ERROR, unmet, List.of(), names + ", which depends on"));
    questions.add(
        question(
            property,
            symbol,
            Level.WARNING,
            partly,
            List.of(new Question.Given(unmet, false)),
            names + " to y, which can be m only by"));
  }

  private Question question(
      Property property,
      Symbol symbol,
      Level level,
      ToIntFunction<Encoding> situation,
      List<Question.Given> conditions,
      String message) {
    Symbol target = Objects.requireNonNull(property.valueSymbol());
    Expr direct = target.directDependency();
    return new Question(
        this,
        level,
        new Effect(Effect.Kind.WARNS, target.displayName()),
        property.location(),
        symbol,
        Wording.of(property),
        situation,
        conditions,
        message + " " + direct,
        Question.exprs(direct, property.ownCondition()));
  }

  /** What the line alone asks for. */
  private static Pair strength(Encoding in, Symbol symbol, Property property, Symbol target) {
    return in.promoted(target, in.min(in.value(symbol), in.value(property.condition())));
  }

  private static Pair direct(Encoding in, Symbol target) {
    return in.promoted(target, in.value(target.directDependency()));
  }
}
