package dev.unprobed.kconfig.random;

import dev.unprobed.kconfig.Generation;
import dev.unprobed.kconfig.oracle.Scenario;
import dev.unprobed.kconfig.target.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Random inputs for conf: one tree, several targets, each from a configuration of its own. */
public final class Scenarios {
  private final Dice dice;
  private final Plan plan;
  private final Configurations configurations;

  private Scenarios(Dice dice, Generation generation) {
    this.dice = dice;
    this.plan = Plan.any(dice, generation);
    this.configurations = new Configurations(dice, plan);
  }

  /**
   * Makes them from a seed: the same seed makes the same ones.
   *
   * @param targets how many
   */
  public static List<Scenario> of(long seed, Generation generation, int targets) {
    Dice dice = new Dice(seed);
    Scenarios scenarios = new Scenarios(dice, generation);
    Map<String, String> files = Trees.files(dice, scenarios.plan);
    List<Scenario> result = new ArrayList<>();
    for (int i = 0; i < targets; i++) {
      Target target = dice.of(Target.values());
      result.add(scenarios.scenario(new Scenario(files, Map.of("TITLE", "tests"), target, "")));
    }
    return result;
  }

  /** The Kconfig files of a tree of at most ten symbols, made from a seed. */
  public static Map<String, String> small(long seed, Generation generation) {
    Dice dice = new Dice(seed);
    return Trees.files(dice, Plan.small(dice, generation));
  }

  private Scenario scenario(Scenario bare) {
    Scenario scenario = bare;
    if (dice.percent(85)) {
      scenario = scenario.config(configurations.config());
    }
    if (dice.percent(3)) {
      scenario = scenario.variable("KCONFIG_WARN_UNKNOWN_SYMBOLS", "1");
    }
    if (dice.percent(3)) {
      scenario = scenario.variable("KCONFIG_WERROR", "1");
    }
    if (dice.percent(2)) {
      scenario = scenario.variable("KCONFIG_OVERWRITECONFIG", "1");
    }
    return forTarget(scenario);
  }

  private Scenario forTarget(Scenario scenario) {
    return switch (scenario.target()) {
      case DEFCONFIG -> scenario.file(Scenario.DEFCONFIG, configurations.config());
      case RANDCONFIG -> allConfig(random(scenario));
      case ALLNOCONFIG, ALLYESCONFIG, ALLMODCONFIG, ALLDEFCONFIG -> allConfig(scenario);
      case SYNCCONFIG -> sync(answered(scenario));
      case OLDCONFIG, OLDASKCONFIG -> answered(scenario);
      default -> scenario;
    };
  }

  private Scenario random(Scenario scenario) {
    Scenario seeded = scenario.variable("KCONFIG_SEED", dice.of("1", "0x7b", "99", "0"));
    return dice.percent(40)
        ? seeded.variable(
            "KCONFIG_PROBABILITY", dice.of("10", "90", "20:30", "5:50:45", "100", ":5"))
        : seeded;
  }

  private Scenario allConfig(Scenario scenario) {
    if (!dice.percent(25)) {
      return scenario;
    }
    return scenario
        .variable("KCONFIG_ALLCONFIG", dice.of("1", "", "mini"))
        .file("mini", configurations.config())
        .file("all.config", configurations.config());
  }

  private Scenario sync(Scenario scenario) {
    Scenario result = scenario;
    if (dice.percent(40)) {
      result = result.file("include/config/auto.conf", configurations.config());
    }
    return dice.percent(15) ? result.variable("KCONFIG_NOSILENTUPDATE", "1") : result;
  }

  /** Answers to questions; the last ones are empty lines, so that conf gets an end. */
  private Scenario answered(Scenario scenario) {
    StringBuilder input = new StringBuilder();
    for (int i = dice.below(20); i > 0; i--) {
      input.append(
          dice.of(
              "y", "n", "m", "", "", "?", "1", "2", "5", "0x10", "text", " y ", "1?", "Y", "no"));
      input.append('\n');
    }
    return scenario.input(input.append("\n".repeat(300)).toString());
  }
}
