package dev.unprobed.kconfig.random;

import dev.unprobed.kconfig.random.Plan.Planned;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Random Kconfig files. */
final class Trees {
  private final Dice dice;
  private final Plan plan;
  private final Expressions expressions;
  private final Entries entries;
  private final Map<String, String> files = new TreeMap<>();
  private List<String> lines = new ArrayList<>();
  private int names;

  private Trees(Dice dice, Plan plan) {
    this.dice = dice;
    this.plan = plan;
    this.expressions = new Expressions(dice, plan);
    this.entries = new Entries(dice, plan, expressions);
  }

  /** The files by name; the first one is called Kconfig. */
  static Map<String, String> files(Dice dice, Plan plan) {
    Trees trees = new Trees(dice, plan);
    trees.write();
    return trees.files;
  }

  private void write() {
    if (dice.percent(50)) {
      lines.add("mainmenu \"A title" + dice.of("", "", " of $(TITLE)") + "\"");
    }
    int modules = dice.below(100);
    if (modules < 60) {
      modules(modules);
    }
    List<List<Planned>> items = new ArrayList<>(plan.groups);
    for (Planned symbol : plan.symbols) {
      boolean refused = symbol.member() && plan.generation.choicesByPriority();
      if (dice.percent(refused ? 1 : 10)) {
        items.add(List.of(symbol));
      }
    }
    statements(dice.percent(40) ? dice.shuffled(items) : items, 0);
    if (modules >= 60 && modules < 85) {
      modules(modules);
    }
    finish("Kconfig", lines);
  }

  private void modules(int percent) {
    lines.add("config MODULES");
    lines.add(percent % 4 == 0 ? "\tdef_bool " + dice.of("y", "y", "n") : "\tbool \"modules\"");
    if (percent % 8 != 7) {
      lines.add("\tmodules");
    }
    if (percent % 3 == 0) {
      lines.add("\tdefault y");
    }
    lines.add("");
  }

  private void statements(List<List<Planned>> items, int depth) {
    int at = 0;
    while (at < items.size()) {
      int chance = depth < 4 ? 22 : 0;
      if (dice.percent(chance)) {
        int end = at + 1 + dice.below(Math.min(5, items.size() - at));
        block(items.subList(at, end), depth);
        at = end;
      } else {
        item(items.get(at++));
      }
      if (dice.percent(7)) {
        comment(limit(items));
      }
    }
  }

  private static int limit(List<List<Planned>> items) {
    return items.stream().mapToInt(item -> item.getFirst().limit()).min().orElse(0);
  }

  private void block(List<List<Planned>> items, int depth) {
    int limit = limit(items);
    switch (dice.below(5)) {
      case 0, 1 -> {
        lines.add("if " + expressions.expression(limit));
        statements(items, depth + 1);
        lines.add("endif" + dice.of("", "", " # of it"));
      }
      case 2, 3 -> {
        lines.add("menu \"menu " + names++ + "\"");
        menuOptions(limit);
        statements(items, depth + 1);
        lines.add("endmenu");
      }
      default -> source(items, depth);
    }
  }

  private void menuOptions(int limit) {
    while (dice.percent(30)) {
      lines.add("\tdepends on " + expressions.expression(limit));
    }
    while (dice.percent(25)) {
      lines.add("\tvisible if " + expressions.expression(limit));
    }
  }

  private void source(List<List<Planned>> items, int depth) {
    String name = "Kconfig." + names++;
    List<String> outer = lines;
    lines = new ArrayList<>();
    statements(items, depth + 1);
    List<String> inner = lines;
    lines = outer;
    finish(name, inner);
    lines.add("source \"" + name + "\"");
    if (dice.percent(4) && !plan.generation.repeatedInclusionRefused()) {
      lines.add("source \"" + name + "\"");
    }
  }

  private void finish(String name, List<String> content) {
    String text = String.join("\n", content) + (dice.percent(98) ? "\n" : "");
    files.put(name, text);
  }

  private void comment(int limit) {
    lines.add("comment \"remark " + names++ + "\"");
    while (dice.percent(50)) {
      lines.add("\tdepends on " + expressions.expression(limit));
    }
  }

  private void item(List<Planned> item) {
    if (item.size() == 1 && !item.getFirst().member()
        || plan.isRepeated(item) && dice.percent(50)) {
      lines.addAll(entries.lines(item.getFirst()));
    } else {
      choice(item);
    }
    lines.add(dice.of("", "", "# a comment", "   "));
  }

  private void choice(List<Planned> members) {
    boolean old = !plan.generation.choicesByPriority();
    int limit = members.getFirst().limit();
    lines.add("choice" + (old && dice.percent(25) ? " NAMED" + names++ : ""));
    String prompt = " \"choice " + names++ + "\"" + expressions.condition(25, limit);
    lines.add("\t" + (old ? dice.of("bool", "tristate", "tristate", "prompt") : "prompt") + prompt);
    if (dice.percent(old ? 8 : 1)) {
      lines.removeLast();
    }
    if (old && dice.percent(20)) {
      lines.add("\toptional");
    }
    while (dice.percent(35)) {
      lines.add("\tdefault " + dice.of(members).name() + expressions.condition(50, limit));
    }
    while (dice.percent(25)) {
      lines.add("\tdepends on " + expressions.expression(limit));
    }
    members(members, limit);
    lines.add("endchoice");
  }

  private void members(List<Planned> members, int limit) {
    for (Planned member : members) {
      boolean inIf = dice.percent(12);
      if (inIf) {
        lines.add("if " + expressions.expression(limit));
      }
      lines.addAll(entries.lines(member));
      if (inIf) {
        lines.add("endif");
      }
      if (dice.percent(4)) {
        comment(limit);
      }
    }
  }
}
