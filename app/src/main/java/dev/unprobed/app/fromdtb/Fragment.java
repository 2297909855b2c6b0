package dev.unprobed.app.fromdtb;

import dev.unprobed.kconfig.eval.Evaluation;
import dev.unprobed.kconfig.explain.Explainer;
import dev.unprobed.kconfig.source.ByteText;
import dev.unprobed.kconfig.tree.Symbol;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Lines of a configuration with which wanted values hold. What they need besides is looked for and
 * tried out, until nothing is missing or nothing helps any more.
 */
public final class Fragment {
  private static final int MOST_ROUNDS = 8;

  /** What the kernel keeps for those who only compile: no board is given it. */
  private static final String ONLY_COMPILED = "COMPILE_TEST";

  private final Function<Map<String, String>, Evaluation> evaluate;
  private final Map<String, String> lines = new LinkedHashMap<>();
  private final Set<String> onlyCompiled = new TreeSet<>();
  private final Set<String> helpless = new TreeSet<>();
  private Evaluation now;

  /**
   * @param evaluate the values that olddefconfig gives when lines are added to the configuration
   */
  public Fragment(Function<Map<String, String>, Evaluation> evaluate) {
    this.evaluate = evaluate;
    this.now = evaluate.apply(lines);
  }

  /** Values of symbols, in the order in which they were found to be needed. */
  public Map<String, String> lines() {
    return lines;
  }

  /** Symbols that can be had here only by those who compile for the sake of it. */
  public Set<String> onlyCompiled() {
    return onlyCompiled;
  }

  /** The configuration with these lines. */
  public Evaluation evaluation() {
    return now;
  }

  /** Adds what the drivers ask for, and what that needs. */
  public void bring(List<Driven> drivers) {
    for (Driven driven : drivers) {
      driven.values().forEach(this::ask);
    }
    for (int round = 0; round < MOST_ROUNDS; round++) {
      now = evaluate.apply(lines);
      if (!help()) {
        break;
      }
    }
    dropPromptless();
  }

  private void ask(String symbol, String value) {
    // Two boards may differ: what one builds in, the other cannot have as a module.
    lines.merge(symbol, value, (a, b) -> a.equals("y") || b.equals("y") ? "y" : b);
  }

  private boolean help() {
    Explainer explainer = Explainer.of(now);
    Demand demand = new Demand(now);
    boolean changed = false;
    for (Map.Entry<String, String> line : List.copyOf(lines.entrySet())) {
      String current = demand.current(line.getKey());
      if (line.getValue().equals("m") && current.equals("y")) {
        // Something selects it.
        lines.put(line.getKey(), "y");
        changed = true;
      } else if (!line.getValue().equals(current) && helpless.add(line + " " + lines.size())) {
        changed |= help(explainer, demand, line.getKey(), line.getValue());
      }
    }
    return changed;
  }

  private boolean help(Explainer explainer, Demand demand, String name, String value) {
    boolean changed = false;
    Symbol symbol = demand.symbol(name).orElse(null);
    if (symbol == null) {
      return false;
    }
    SequencedMap<Symbol, String> recipe = explainer.recipe(symbol, value);
    if (recipe.keySet().stream().anyMatch(s -> s.displayName().equals(ONLY_COMPILED))) {
      onlyCompiled.add(name);
      lines.remove(name);
      return true;
    }
    for (Map.Entry<Symbol, String> step : recipe.entrySet()) {
      String other = step.getKey().displayName();
      String better = ByteText.readable(step.getValue());
      String before = lines.get(other);
      // What others want as a module may be built in as well, but never the other way round.
      if (before == null || (before.equals("m") && better.equals("y"))) {
        lines.put(other, better);
        changed = true;
      }
    }
    return changed;
  }

  /** A line for a symbol without a prompt does nothing: its value comes from others. */
  private void dropPromptless() {
    Demand demand = new Demand(now);
    lines
        .keySet()
        .removeIf(name ->
            demand
                .symbol(name)
                .filter(symbol -> symbol.type().logical())
                .map(symbol -> now.visibility(symbol) == 0 && held(demand, name))
                .orElse(false));
    now = evaluate.apply(lines);
  }

  private boolean held(Demand demand, String name) {
    return demand.current(name).equals(lines.getOrDefault(name, ""));
  }
}
