package dev.unprobed.prove.rule;

import dev.unprobed.kconfig.eval.Evaluation;
import dev.unprobed.kconfig.source.Diagnostic;
import dev.unprobed.kconfig.source.KconfigException;
import dev.unprobed.kconfig.tree.Symbol;
import dev.unprobed.prove.condition.Condition;
import dev.unprobed.prove.condition.ConditionParser;
import dev.unprobed.prove.condition.Snippet;
import dev.unprobed.prove.condition.SymbolNames;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule about a tree.
 *
 * @param statement as it was written
 * @param when the condition under which it is to hold; absent for every configuration
 */
public record Rule(Statement statement, @Nullable Condition when, Claim claim) {

  /** What a rule says of the configurations in which its condition holds. */
  public sealed interface Claim {
    /** A symbol is never n. */
    record Always(Symbol symbol) implements Claim {}

    /** A symbol is m in some configuration with MODULES=y. */
    record Modular(Symbol symbol) implements Claim {}

    /** A symbol is always n. */
    record Never(Symbol symbol) implements Claim {}

    /** A condition has at least the value of the rule's condition. */
    record Implies(Condition condition) implements Claim {}

    /** A condition is not n. */
    record Holds(Condition condition) implements Claim {}
  }

  /**
   * Gives a statement's names their meaning.
   *
   * @throws KconfigException when the tree does not have them, or the syntax is wrong
   */
  public static Rule of(Statement statement, SymbolNames names) {
    Snippet when = statement.when();
    Snippet subject = statement.subject();
    Claim claim =
        switch (statement.kind()) {
          case ALWAYS -> new Claim.Always(symbol(subject, names));
          case MODULAR -> new Claim.Modular(symbol(subject, names));
          case NEVER -> new Claim.Never(symbol(subject, names));
          case IMPLIES -> new Claim.Implies(ConditionParser.parse(subject, names));
          case HOLDS -> new Claim.Holds(ConditionParser.parse(subject, names));
        };
    return new Rule(statement, when == null ? null : ConditionParser.parse(when, names), claim);
  }

  /**
   * The same for all statements of a place; everything that is wrong is told at once.
   *
   * @throws KconfigException when the tree does not have a name, or a syntax is wrong
   */
  public static List<Rule> all(List<Statement> statements, SymbolNames names) {
    List<Rule> rules = new ArrayList<>();
    List<Diagnostic> wrong = new ArrayList<>();
    for (Statement statement : statements) {
      try {
        rules.add(of(statement, names));
      } catch (KconfigException e) {
        e.diagnostics().stream().filter(d -> !wrong.contains(d)).forEach(wrong::add);
      }
    }
    if (!wrong.isEmpty()) {
      throw new KconfigException(wrong);
    }
    return rules;
  }

  /**
   * Whether one configuration is a counterexample; never for {@link Claim.Modular}, for which some
   * other one may still be the example.
   */
  public boolean brokenBy(Evaluation values) {
    return !(claim instanceof Claim.Modular) && new RuleCheck(this).shows(values);
  }

  private static Symbol symbol(Snippet word, SymbolNames names) {
    Symbol symbol = names.find(word.part());
    if (symbol == null || !symbol.defined()) {
      throw ConditionParser.unknown(word, word.from(), word.part(), names);
    }
    if (!symbol.type().logical()) {
      String message = word.part() + " is neither a bool nor a tristate";
      String hint = "\"holds " + word.part() + " = ...\" is for numbers and strings";
      throw new KconfigException(word.error(word.from(), "not-logical", message, hint));
    }
    return symbol;
  }
}
