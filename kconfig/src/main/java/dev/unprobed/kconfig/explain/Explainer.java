package dev.unprobed.kconfig.explain;

import dev.unprobed.kconfig.eval.Evaluation;
import dev.unprobed.kconfig.tree.MenuTree;
import dev.unprobed.kconfig.tree.Symbol;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * Answers questions about one configuration, which it never changes. Like an {@link Evaluation} it
 * is not for several threads at once.
 *
 * <p>Values that are asked for are tried out in an evaluation beside the configuration, and only
 * what the answer needs is computed: thousands of questions take about a second.
 */
public final class Explainer {
  private final Evaluation base;
  private final Probe probe;
  private final Desk baseDesk;
  private final Desk probeDesk;

  private Explainer(Evaluation base, Origins origins) {
    Selectors selectors = new Selectors(base.tree());
    this.base = base;
    probe = new Probe(base);
    baseDesk = new Desk(base, selectors, origins);
    probeDesk = new Desk(probe.evaluation(), selectors, origins);
  }

  /**
   * Explains a configuration whose values have been computed. Its user values must not change
   * afterwards, nor may it have been written yet ({@link
   * dev.unprobed.kconfig.dotconfig.ConfigText#dotConfig}): in 6.1 that changes user values.
   */
  public static Explainer of(Evaluation evaluation) {
    return new Explainer(evaluation, Origins.UNKNOWN);
  }

  /** As {@link #of(Evaluation)}, where causes can name the line of a user value. */
  public static Explainer of(Evaluation evaluation, Origins origins) {
    return new Explainer(evaluation, origins);
  }

  /** The tree that the configuration is of. */
  public MenuTree tree() {
    return base.tree();
  }

  /**
   * Why a symbol has its value. Up to 6.7, what depends on a number that conf forgot for being out
   * of range has the value from before, and the cause is then that of the next run.
   */
  public Explanation why(Symbol symbol) {
    return baseDesk.explanation(symbol);
  }

  /**
   * What stops a symbol from having a value: empty when it has it, or when the user can set it.
   *
   * @param wanted n, m, y, a number, or a text without quotes
   */
  public List<Obstacle> against(Symbol symbol, String wanted) {
    return ask(symbol, wanted).obstacles();
  }

  /**
   * What conf makes of the symbol when its line is taken out of the configuration and put at the
   * end with another value.
   *
   * @param wanted n, m, y, a number, or a text without quotes
   */
  public Outcome ask(Symbol symbol, String wanted) {
    if (!symbol.defined()) {
      return undefined(symbol, wanted);
    }
    String before = base.text(symbol);
    probe.ask(symbol, wanted);
    String after = probe.evaluation().text(symbol);
    boolean accepted = after.equals(wanted);
    List<Obstacle> obstacles = accepted ? List.of() : probeDesk.obstacles(symbol, wanted);
    return new Outcome(symbol, wanted, before, after, obstacles);
  }

  private static Outcome undefined(Symbol symbol, String wanted) {
    List<Obstacle> obstacles =
        wanted.equals("n") ? List.of() : List.of(new Obstacle.NotDefined(symbol));
    return new Outcome(symbol, wanted, "n", "n", obstacles);
  }

  /**
   * Values of other symbols with which the symbol would have the wanted value: settings in the
   * order of the lines, the symbol's own last. Found by going from obstacle to obstacle, and tried
   * out; empty when none was found, which does not prove that there is none.
   */
  public SequencedMap<Symbol, String> recipe(Symbol symbol, String wanted) {
    return new Recipe(probe, probeDesk).find(symbol, wanted).orElseGet(LinkedHashMap::new);
  }

  /** The names of symbols that somebody may have meant by a name that is none. */
  public List<String> similar(String name) {
    return Similar.to(name, tree());
  }
}
