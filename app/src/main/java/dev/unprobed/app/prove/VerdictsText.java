package dev.unprobed.app.prove;

import dev.unprobed.app.check.Baseline;
import dev.unprobed.app.replay.Referee;
import dev.unprobed.app.text.Lines;
import dev.unprobed.kconfig.source.ByteText;
import dev.unprobed.prove.condition.Snippet;
import dev.unprobed.prove.model.Witness;
import dev.unprobed.prove.nearest.Change;
import dev.unprobed.prove.nearest.Example;
import dev.unprobed.prove.rule.Ruling;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What is known of rules, for people. */
public final class VerdictsText {
  private static final int WIDTH = 80;
  private static final int MOST_CHANGES = 12;

  private final Verdicts verdicts;
  private final Baseline known;
  private final Lines text = new Lines(WIDTH);

  private VerdictsText(Verdicts verdicts, Baseline known) {
    this.verdicts = verdicts;
    this.known = known;
  }

  /**
   * Readable lines, without a line end at the end.
   *
   * @param known what is told as known
   */
  public static String of(Verdicts verdicts, Baseline known) {
    VerdictsText text = new VerdictsText(verdicts, known);
    text.text.line(verdicts.title());
    verdicts.rulings().forEach(text::add);
    text.text.empty();
    boolean shown = verdicts.rulings().stream().anyMatch(it -> it.ruling().example() != null);
    if (shown && !verdicts.remark().isEmpty()) {
      text.text.words("", "  ", "conf was not asked: " + verdicts.remark());
    }
    text.text.words("", "  ", summary(verdicts));
    return text.text.toString().stripTrailing();
  }

  private static String summary(Verdicts verdicts) {
    List<String> parts = new ArrayList<>();
    for (Ruling.Outcome outcome : Ruling.Outcome.values()) {
      long count = verdicts.count(outcome);
      if (count > 0) {
        parts.add(count + " " + outcome.name().toLowerCase(Locale.ROOT));
      }
    }
    int count = verdicts.rulings().size();
    return count + (count == 1 ? " rule: " : " rules: ") + String.join(", ", parts);
  }

  private void add(Judged judged) {
    Ruling ruling = judged.ruling();
    Snippet subject = ruling.rule().statement().subject();
    text.empty();
    text.words(
        "",
        "    ",
        "%s:%d: %s%s: %s"
            .formatted(
                ByteText.readable(subject.path()),
                subject.line(),
                heading(ruling),
                known.has(verdicts.key(ruling)) ? " (known)" : "",
                ByteText.readable(ruling.rule().statement().text())));
    Example example = ruling.example();
    if (example != null) {
      addExample(example, judged.replay());
    }
    if (!ruling.reasons().isEmpty()) {
      text.line("  because of");
      LineText reasons = new LineText(verdicts.sources());
      ruling.reasons().forEach(reason -> text.words("    ", "      ", reasons.of(reason)));
    } else if (!ruling.explained() && ruling.outcome() != Ruling.Outcome.UNDECIDED) {
      text.line("  the lines that make it so were not found in time");
    }
  }

  private static String heading(Ruling ruling) {
    return switch (ruling.outcome()) {
      case HOLDS -> "holds";
      case BROKEN -> "BROKEN";
      case EMPTY -> "EMPTY, no configuration satisfies the condition";
      case UNDECIDED -> "undecided, there was not enough time";
    };
  }

  private void addExample(Example example, Referee.Judgement replay) {
    String how =
        switch (replay) {
          case CONFIRMED -> ", as conf confirms,";
          case NOT_ASKED -> "";
          case CONTRADICTED -> " (but not to conf: this is unprobed's own fault)";
        };
    List<Change> changes = example.changes();
    String start = "  shown" + how + " by " + verdicts.start();
    text.words("", "    ", start + (changes.isEmpty() ? " as it is" : " with"));
    for (Change change : changes.subList(0, Math.min(MOST_CHANGES, changes.size()))) {
      text.line(
          "    "
              + ByteText.readable(
                  Witness.line(verdicts.prefix(), change.symbol(), change.after())
                      .stripTrailing()));
    }
    if (changes.size() > MOST_CHANGES) {
      text.line("    and %d more".formatted(changes.size() - MOST_CHANGES));
    }
  }
}
