package dev.unprobed.prove.check;

import dev.unprobed.kconfig.source.Location;
import dev.unprobed.kconfig.tree.MenuTree;
import dev.unprobed.kconfig.tree.Symbol;
import dev.unprobed.prove.condition.Condition;
import java.util.List;

/**
 * A driver that somebody calls essential, and that a user can switch off all the same: by a
 * fragment, whatever the defaults say.
 *
 * @param rules which are essential and when
 */
public record DroppableDriver(List<Rule> rules) implements Check {
  /**
   * Symbols that must be on.
   *
   * @param when where this holds, the drivers must not be n
   * @param text of the condition, a byte string
   */
  public record Rule(Condition when, String text, List<Symbol> drivers) {
    public Rule {
      drivers = List.copyOf(drivers);
    }
  }

  public DroppableDriver {
    rules = List.copyOf(rules);
  }

  @Override
  public String name() {
    return "droppable-driver";
  }

  @Override
  public Level level() {
    return Level.ERROR;
  }

  @Override
  public String summary() {
    return "A driver that is essential for a platform can be switched off.";
  }

  @Override
  public List<Question> questions(MenuTree tree) {
    return rules.stream()
        .flatMap(rule -> rule.drivers.stream().map(driver -> question(rule, driver)))
        .toList();
  }

  private Question question(Rule rule, Symbol driver) {
    Location location =
        driver.defined()
            ? driver.definitions().getFirst().location()
            : new Location("--essential", 0);
    return new Question(
        this,
        Level.ERROR,
        true,
        location,
        driver,
        "essential for " + rule.text,
        in -> in.cnf().and(in.value(rule.when).m(), -in.value(driver).m()),
        List.of(),
        driver.displayName() + " can be n although " + rule.text,
        Question.exprs(driver.directDependency()));
  }
}
