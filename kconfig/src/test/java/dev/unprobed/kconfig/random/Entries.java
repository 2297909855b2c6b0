package dev.unprobed.kconfig.random;

import dev.unprobed.kconfig.random.Plan.Kind;
import dev.unprobed.kconfig.random.Plan.Planned;
import java.util.ArrayList;
import java.util.List;

/** Random definitions of symbols. */
final class Entries {
  private final Dice dice;
  private final Plan plan;
  private final Expressions expressions;

  Entries(Dice dice, Plan plan, Expressions expressions) {
    this.dice = dice;
    this.plan = plan;
    this.expressions = expressions;
  }

  /** The lines of a {@code config}. */
  List<String> lines(Planned symbol) {
    boolean prompt = dice.percent(symbol.member() ? plan.memberPrompts() : 65);
    List<String> options = new ArrayList<>();
    addType(options, symbol, prompt);
    addDependencies(options, symbol);
    if (!symbol.member() || dice.percent(plan.generation.choicesByPriority() ? 0 : 3)) {
      addDefaults(options, symbol);
    }
    addTargets(options, symbol);
    addRange(options, symbol);
    if (dice.percent(20)) {
      options = dice.shuffled(options);
    }
    List<String> lines = new ArrayList<>();
    boolean menuconfig = (prompt || dice.percent(2)) && !symbol.member() && dice.percent(10);
    lines.add((menuconfig ? "menuconfig " : "config ") + symbol.name());
    options.forEach(option -> lines.add("\t" + option));
    addHelp(lines);
    return lines;
  }

  private void addType(List<String> options, Planned symbol, boolean prompt) {
    String keyword =
        dice.percent(symbol.member() ? 0 : 1)
            ? dice.of(Kind.values()).keyword()
            : symbol.kind().keyword();
    String condition = expressions.condition(25, symbol.limit());
    String text = " \"" + prompt(symbol) + "\"" + condition;
    if (symbol.kind().logical() && !symbol.member() && dice.percent(10)) {
      options.add("def_" + keyword + " " + expressions.expression(symbol.limit()));
      addPrompt(options, prompt, text);
    } else if (dice.percent(80)) {
      options.add(keyword + (prompt ? text : ""));
    } else {
      options.add(keyword);
      addPrompt(options, prompt, text);
    }
  }

  private static void addPrompt(List<String> options, boolean prompt, String text) {
    if (prompt) {
      options.add("prompt" + text);
    }
  }

  private String prompt(Planned symbol) {
    String odd = dice.of("a \\\"b\\\" c", " leading", "100% \u00c3\u00a9", "it's", "tail ");
    return dice.percent(6) ? odd : "prompt of " + symbol.name();
  }

  private void addDependencies(List<String> options, Planned symbol) {
    while (dice.percent(30)) {
      boolean conditional = plan.generation.conditionalDependencies() && dice.percent(30);
      options.add(
          "depends on "
              + expressions.expression(symbol.limit())
              + expressions.condition(conditional ? 100 : 0, symbol.limit()));
    }
  }

  private void addDefaults(List<String> options, Planned symbol) {
    while (dice.percent(45)) {
      options.add("default " + defaultValue(symbol) + expressions.condition(50, symbol.limit()));
    }
  }

  private String defaultValue(Planned symbol) {
    if (symbol.kind().logical()) {
      return dice.percent(60)
          ? dice.of("y", "m", "n", "y", "m")
          : expressions.expression(symbol.limit());
    }
    List<Planned> others =
        plan.below(symbol.limit()).stream().filter(s -> s.kind() == symbol.kind()).toList();
    if (!others.isEmpty() && dice.percent(25)) {
      return dice.of(others).name();
    }
    return dice.percent(3)
        ? expressions.expression(symbol.limit())
        : expressions.value(symbol.kind());
  }

  private void addTargets(List<String> options, Planned symbol) {
    if (!symbol.kind().logical() && !dice.percent(1)) {
      return;
    }
    while (dice.percent(plan.targets())) {
      String condition = expressions.condition(35, symbol.limit());
      options.add(dice.of("select ", "select ", "imply ") + target(symbol) + condition);
    }
  }

  private String target(Planned symbol) {
    boolean any = dice.percent(4);
    List<Planned> targets =
        plan.above(symbol.number()).stream()
            .filter(s -> any || s.kind().logical() && !s.member())
            .toList();
    return targets.isEmpty() || dice.percent(3) ? "NOTHING" : dice.of(targets).name();
  }

  private void addRange(List<String> options, Planned symbol) {
    int chance = symbol.kind().numeric() ? 50 : 0;
    while (dice.percent(chance)) {
      options.add(
          "range "
              + bound(symbol)
              + " "
              + bound(symbol)
              + expressions.condition(30, symbol.limit()));
      chance = 25;
    }
  }

  private String bound(Planned symbol) {
    List<Planned> others =
        plan.below(symbol.limit()).stream().filter(s -> s.kind().numeric()).toList();
    return !others.isEmpty() && dice.percent(30)
        ? dice.of(others).name()
        : expressions.value(symbol.kind());
  }

  private void addHelp(List<String> lines) {
    while (dice.percent(8)) {
      lines.add("\thelp");
      String indent = dice.of("\t  ", "\t  ", "          ", "\t");
      lines.add(dice.percent(80) ? indent + "First line." : "");
      for (int i = dice.below(4); i > 0; i--) {
        String line =
            dice.of("Some words.", "More ", "  further in", "\tafter a tab", "# no comment");
        lines.add(dice.percent(20) ? "" : indent + line);
      }
      lines.add(dice.of("", indent + "Last line of it. "));
    }
  }
}
