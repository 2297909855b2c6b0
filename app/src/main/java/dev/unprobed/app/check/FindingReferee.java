package dev.unprobed.app.check;

import dev.unprobed.app.replay.Referee.Judgement;
import dev.unprobed.app.replay.Replays;
import dev.unprobed.app.replay.TreeConf;
import dev.unprobed.kconfig.source.ByteText;
import dev.unprobed.prove.check.Effect;
import dev.unprobed.prove.check.Example;
import dev.unprobed.prove.check.Finding;
import dev.unprobed.prove.sat.Limit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets a tree's own conf show what was found in some configuration. It is built when the first
 * finding asks for it. To be closed at the end.
 */
public final class FindingReferee implements AutoCloseable {
  private final Supplier<? extends Replays> builder;
  private final String prefix;
  private final Limit limit;
  private final Map<Integer, Optional<TreeConf.Answer>> answers = new HashMap<>();
  private @Nullable Replays conf;
  private boolean wanted;

  /**
   * For one tree.
   *
   * @param prefix of symbols in a configuration
   * @param limit after which conf is not asked any more
   */
  public FindingReferee(Supplier<? extends Replays> builder, String prefix, Limit limit) {
    this.builder = builder;
    this.prefix = prefix;
    this.limit = limit;
  }

  /**
   * Whether conf confirms a finding; not asked where the finding has no configuration to show.
   *
   * @throws IllegalStateException when conf contradicts it, since the fault is ours then
   */
  public Judgement of(Finding finding) {
    Example example = finding.example();
    Effect effect = finding.effect();
    if (example == null || effect == null) {
      return Judgement.NOT_ASKED;
    }
    wanted = true;
    if (conf == null && !limit.reached()) {
      conf = builder.get();
    }
    Optional<TreeConf.Answer> answer =
        answers.computeIfAbsent(example.number(), key -> ask(example));
    if (answer.isEmpty()) {
      return Judgement.NOT_ASKED;
    }
    if (!shows(effect, answer.get())) {
      throw new IllegalStateException(contradiction(finding, effect, answer.get()));
    }
    return Judgement.CONFIRMED;
  }

  /** Why conf was not asked, readable; empty when it was, or when there was nothing to ask. */
  public String remark() {
    String own = conf == null ? "" : conf.remark();
    return own.isEmpty() && wanted && limit.reached() ? "there was no time left" : own;
  }

  private Optional<TreeConf.Answer> ask(Example example) {
    return conf == null || limit.reached() ? Optional.empty() : conf.ask(example.config());
  }

  private boolean shows(Effect effect, TreeConf.Answer answer) {
    String on = prefix + effect.symbol() + "=";
    return answer.status() == 0
        && switch (effect.kind()) {
          case WARNS ->
              answer
                  .messages()
                  .lines()
                  .anyMatch(line ->
                      line.endsWith("unmet direct dependencies detected for " + effect.symbol()));
          case SWITCHES_OFF ->
              answer.config().lines().noneMatch(l -> l.equals(on + "y") || l.equals(on + "m"));
        };
  }

  private static String contradiction(Finding finding, Effect effect, TreeConf.Answer answer) {
    String missing =
        switch (effect.kind()) {
          case WARNS -> "does not warn of unmet dependencies of " + effect.symbol();
          case SWITCHES_OFF -> "does not leave " + effect.symbol() + " n";
        };
    return ByteText.readable(
        "conf contradicts \"%s: %s\": with configuration %s it %s (status %d)"
            .formatted(
                finding.location(), finding.message(), number(finding), missing, answer.status()));
  }

  private static String number(Finding finding) {
    Example example = finding.example();
    return example == null ? "" : Integer.toString(example.number());
  }

  @Override
  public void close() {
    if (conf != null) {
      conf.close();
    }
  }
}
