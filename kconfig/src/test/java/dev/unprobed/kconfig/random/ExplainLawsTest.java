package dev.unprobed.kconfig.random;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unprobed.kconfig.Generation;
import dev.unprobed.kconfig.eval.Evaluation;
import dev.unprobed.kconfig.explain.Cause;
import dev.unprobed.kconfig.explain.Explanation;
import dev.unprobed.kconfig.explain.ExplanationText;
import dev.unprobed.kconfig.explain.Outcome;
import dev.unprobed.kconfig.explain.World;
import dev.unprobed.kconfig.oracle.Scenario;
import dev.unprobed.kconfig.source.KconfigException;
import dev.unprobed.kconfig.tree.Symbol;
import dev.unprobed.kconfig.tree.SymbolType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * On random trees: asking for a value gives what the target gives to a configuration with that
 * line, every refusal has a reason, and every explanation can be written.
 *
 * <p>One thing is not demanded. Up to 6.7 conf forgets a number out of range after everything has
 * been computed, and what depends on it keeps its value until the next run. No line of the tree
 * gives such a value, so its cause need not fit.
 *
 * <p>{@code -Dunprobed.random.trees=5000} runs more of them, {@code -Dunprobed.random.seed=N}
 * starts elsewhere.
 */
class ExplainLawsTest {
  private static final String[] TEXTS = {"0", "5", "17", "0x10", "-3", "text", "n"};
  private static final String[] LOGICALS = {"n", "m", "y"};

  @ParameterizedTest
  @EnumSource(names = {"LINUX_5_10", "LINUX_6_1", "LINUX_6_8", "LINUX_6_12", "LINUX_7_1"})
  void hold(Generation generation) {
    long first = Long.getLong("unprobed.random.seed", 1);
    int trees = Integer.getInteger("unprobed.random.trees", 120);
    for (long seed = first; seed < first + trees; seed++) {
      for (Scenario scenario : Scenarios.of(seed, generation, 2)) {
        check(generation, seed, scenario);
      }
    }
  }

  private static void check(Generation generation, long seed, Scenario scenario) {
    World world;
    try {
      String config = scenario.files().getOrDefault(".config", "");
      world = World.of(generation, scenario.files(), config);
    } catch (KconfigException e) {
      return;
    }
    String where = generation + ", seed " + seed + "\n" + scenario;
    for (Symbol symbol : world.explainer().tree().inTableOrder()) {
      if (symbol.name() != null && symbol.defined() && !symbol.choice()) {
        explain(world, symbol, where);
        for (String wanted : symbol.type().logical() ? LOGICALS : TEXTS) {
          ask(world, symbol, wanted, where);
        }
      }
    }
  }

  private static void explain(World world, Symbol symbol, String where) {
    Explanation explanation = world.explainer().why(symbol);
    String value = world.evaluation().text(symbol);
    assertThat(explanation.value()).as(where).isEqualTo(value);
    assertThat(new ExplanationText(80).of(explanation)).as(where).isNotBlank();
    assertThat(forgotNumber(world) || fits(explanation.cause(), symbol, value))
        .as("%s is %s: %s\n%s", symbol, value, explanation.cause(), where)
        .isTrue();
  }

  private static boolean forgotNumber(World world) {
    Evaluation evaluation = world.evaluation();
    return evaluation.tree().generation().forgetsNumbersOutOfRange()
        && evaluation.tree().symbols().stream()
            .anyMatch(symbol -> symbol.type().numeric() && evaluation.userValueAside(symbol));
  }

  /** What can be said of a value from its cause alone. */
  private static boolean fits(Cause cause, Symbol symbol, String value) {
    return switch (cause) {
      case Cause.ByUser user -> !user.limits().isEmpty() || near(user.wanted(), value, symbol);
      case Cause.BySelect select ->
          !value.equals("n")
              && select.chain().getFirst().strength() > 0
              && select.chain().getFirst().line().valueSymbol() == symbol;
      case Cause.ByImply imply -> imply.link().line().valueSymbol() == symbol;
      case Cause.ByChoice choice ->
          choice.winner().filter(w -> w == symbol).isPresent() == value.equals("y");
      case Cause.ByDefault line ->
          !symbol.type().logical() || line.value().value() > 0 || value.equals("n");
      case Cause.Unset _ ->
          List.of("n", "", "0", "0x0").contains(value) || symbol.type() == SymbolType.UNKNOWN;
      case Cause.ByRange _, Cause.ByVisibility _ -> true;
      case Cause.Undefined _ -> symbol.type() == SymbolType.UNKNOWN;
    };
  }

  /** The value itself, or y where m is promoted. */
  private static boolean near(String wanted, String value, Symbol symbol) {
    return wanted.equals(value) || symbol.type().logical() && wanted.equals("m");
  }

  private static void ask(World world, Symbol symbol, String wanted, String where) {
    Outcome outcome = world.explainer().ask(symbol, wanted);
    String what = symbol + "=" + wanted + "\n" + where;
    Map<Symbol, String> lines = Map.of(symbol, wanted);
    String expected = world.evaluate(with(world.config(), lines)).text(symbol);
    assertThat(outcome.after()).as(what).isEqualTo(expected);
    assertThat(outcome.obstacles().isEmpty()).as(what).isEqualTo(outcome.accepted());
    assertThat(new ExplanationText(80).of(outcome)).as(what).isNotBlank();
    if (!outcome.accepted()) {
      tryRecipe(world, symbol, wanted, what);
    }
  }

  private static void tryRecipe(World world, Symbol symbol, String wanted, String what) {
    SequencedMap<Symbol, String> recipe = world.explainer().recipe(symbol, wanted);
    if (!recipe.isEmpty()) {
      Evaluation tried = world.evaluate(with(world.config(), recipe));
      assertThat(tried.text(symbol)).as("%s by %s", what, recipe).isEqualTo(wanted);
    }
  }

  /** The configuration without what it said of these symbols, and with other lines at the end. */
  private static String with(String config, Map<Symbol, String> lines) {
    SequencedMap<String, String> texts = new LinkedHashMap<>();
    lines.forEach((symbol, value) -> texts.put(symbol.displayName(), line(symbol, value)));
    StringBuilder text = new StringBuilder();
    for (String line : config.split("\n", -1)) {
      boolean dropped =
          texts.keySet().stream()
              .anyMatch(name ->
                  line.startsWith("CONFIG_" + name + "=")
                      || line.startsWith("# CONFIG_" + name + " "));
      text.append(dropped ? "" : line + "\n");
    }
    texts.values().forEach(line -> text.append(line).append('\n'));
    return text.toString();
  }

  private static String line(Symbol symbol, String value) {
    return ExplanationText.assignment("CONFIG_", symbol, value);
  }
}
