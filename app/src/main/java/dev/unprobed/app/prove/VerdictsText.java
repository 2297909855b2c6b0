package dev.unprobed.app.prove;

import dev.unprobed.app.replay.Referee;
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
  private static final int MOST_CHANGES = 12;

  private final Verdicts verdicts;
  private final StringBuilder text = new StringBuilder();

  private VerdictsText(Verdicts verdicts) {
    this.verdicts = verdicts;
  }

  /** Readable lines, without a line end at the end. */
  public static String of(Verdicts verdicts) {
    VerdictsText text = new VerdictsText(verdicts);
    text.line(verdicts.title());
    verdicts.rulings().forEach(text::add);
    text.line("");
    text.line(summary(verdicts));
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
    return verdicts.rulings().size() + " rules: " + String.join(", ", parts);
  }

  private void add(Judged judged) {
    Ruling ruling = judged.ruling();
    Snippet subject = ruling.rule().statement().subject();
    line("");
    line(
        "%s:%d: %s: %s"
            .formatted(
                ByteText.readable(subject.path()),
                subject.line(),
                heading(ruling),
                ByteText.readable(ruling.rule().statement().text())));
    Example example = ruling.example();
    if (example != null) {
      addExample(example, judged.replay());
    }
    if (!ruling.reasons().isEmpty()) {
      line("  because of");
      LineText reasons = new LineText(verdicts.sources());
      ruling.reasons().forEach(reason -> line("    " + reasons.of(reason)));
    } else if (!ruling.explained()) {
      line("  the lines that make it so were not found in time");
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
          case CONFIRMED -> ", as conf confirms";
          case NOT_ASKED -> "";
          case CONTRADICTED -> ", which conf does not confirm: this is unprobed's own fault";
        };
    List<Change> changes = example.changes();
    line("  " + verdicts.start() + (changes.isEmpty() ? " as it is" : " with") + how);
    for (Change change : changes.subList(0, Math.min(MOST_CHANGES, changes.size()))) {
      line(
          "    "
              + ByteText.readable(
                  Witness.line(verdicts.prefix(), change.symbol(), change.after())
                      .stripTrailing()));
    }
    if (changes.size() > MOST_CHANGES) {
      line("    and %d more".formatted(changes.size() - MOST_CHANGES));
    }
  }

  private void line(String line) {
    text.append(line).append('\n');
  }
}
