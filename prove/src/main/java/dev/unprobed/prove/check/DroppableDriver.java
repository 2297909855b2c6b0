package dev.unprobed.prove.check;

import dev.unprobed.kconfig.source.Location;
import dev.unprobed.kconfig.tree.MenuTree;
import dev.unprobed.kconfig.tree.Symbol;
import dev.unprobed.prove.condition.Condition;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
   * @param text of the condition, a byte string; empty when it always holds
   * @param location where the rule is written; absent when it is in no file
   */
  public record Rule(
      Condition when, String text, List<Symbol> drivers, @Nullable Location location) {
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
    Location written = rule.location;
    Location location =
        written != null
            ? written
            : driver.defined()
                ? driver.definitions().getFirst().location()
                : new Location("--essential", 0);
    boolean everywhere = rule.text.isEmpty();
    return new Question(
        this,
        Level.ERROR,
        new Effect(Effect.Kind.SWITCHES_OFF, driver.displayName()),
        location,
        driver,
        everywhere ? "essential" : "essential for " + rule.text,
        in -> in.cnf().and(in.value(rule.when).m(), -in.value(driver).m()),
        List.of(),
        driver.displayName() + " can be n" + (everywhere ? "" : " although " + rule.text),
        Question.exprs(driver.directDependency()));
  }
}
