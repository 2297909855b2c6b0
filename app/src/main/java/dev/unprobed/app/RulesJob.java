package dev.unprobed.app;

import dev.unprobed.app.prove.Judged;
import dev.unprobed.app.prove.Verdicts;
import dev.unprobed.app.replay.Referee;
import dev.unprobed.app.report.Progress;
import dev.unprobed.kconfig.explain.Explainer;
import dev.unprobed.kconfig.source.ByteText;
import dev.unprobed.prove.nearest.Example;
import dev.unprobed.prove.nearest.Start;
import dev.unprobed.prove.rule.Contradictions;
import dev.unprobed.prove.rule.Prover;
import dev.unprobed.prove.rule.Rule;
import dev.unprobed.prove.rule.Ruling;
import dev.unprobed.prove.rule.Statement;
import dev.unprobed.prove.sat.Limit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decides the rules of one file about one tree and architecture. */
final class RulesJob {
  private final ConfiguredTree tree;
  private final @Nullable String config;
  private final String startName;
  private final Start start;
  private final List<Rule> rules;

  /**
   * Reads what is to be decided, and refuses what is wrong with it.
   *
   * @param config the configuration that examples are to be close to; absent for the default one
   */
  RulesJob(ConfiguredTree tree, List<Statement> statements, @Nullable String config) {
    this.tree = tree;
    this.config = config;
    startName = config != null ? config : tree.defaultConfiguration();
    start = Start.of(content(), new TreeReplay(tree));
    Explainer explainer = Explainer.of(start.evaluation());
    TreeSymbols names =
        new TreeSymbols(tree, new SymbolSearch(tree.workspace(), tree.loaded(), explainer));
    rules = Rule.all(statements, names);
    Contradictions.refuse(tree.loaded().tree(), rules);
  }

  private String content() {
    return ByteText.of(tree.content(startName));
  }

  /** Decides all of them, or what the limit leaves time for. */
  Verdicts verdicts(Limit limit, Progress progress) {
    Workspace workspace = tree.workspace();
    try (Referee referee =
        Referee.of(workspace.tree(), workspace.mainFile(), workspace.environment())) {
      Prover prover = new Prover(rules, start, limit);
      List<Judged> judged = new ArrayList<>();
      progress.step("proving " + rules.size() + " rules", rules.size());
      for (Rule rule : rules) {
        judged.add(judged(prover.of(rule), referee));
        progress.done(judged.size());
      }
      return new Verdicts(
          tree.title(),
          ByteText.readable(workspace.environment().getOrDefault("ARCH", "")),
          startName,
          tree.prefix(),
          referee.remark(),
          judged,
          tree::source);
    }
  }

  private static Judged judged(Ruling ruling, Referee referee) {
    Example example = ruling.example();
    Referee.Judgement replay =
        example == null ? Referee.Judgement.NOT_ASKED : referee.judge(example.config());
    return new Judged(ruling, replay);
  }

  /** The configuration that the user named for examples, absent for the default one. */
  @Nullable String config() {
    return config;
  }

  /** The configuration that examples are close to. */
  Start start() {
    return start;
  }

  /** The text of a Kconfig file, a byte string. */
  String text(String name) {
    return ByteText.of(tree.source(name).bytes());
  }
}
