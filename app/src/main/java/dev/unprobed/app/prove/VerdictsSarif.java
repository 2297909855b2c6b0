package dev.unprobed.app.prove;

import dev.unprobed.app.check.Baseline;
import dev.unprobed.app.sarif.SarifLevel;
import dev.unprobed.app.sarif.SarifLog;
import dev.unprobed.app.sarif.SarifResult;
import dev.unprobed.app.sarif.SarifRule;
import dev.unprobed.kconfig.source.ByteText;
import dev.unprobed.prove.condition.Snippet;
import dev.unprobed.prove.model.Line;
import dev.unprobed.prove.nearest.Change;
import dev.unprobed.prove.nearest.Example;
import dev.unprobed.prove.rule.Ruling;
import dev.unprobed.prove.rule.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rules that do not hold, for code review. */
public final class VerdictsSarif {
  private static final int MOST_CHANGES = 12;

  private final Verdicts verdicts;
  private final Baseline known;
  private final UnaryOperator<String> paths;
  private final LineText lines;

  private VerdictsSarif(Verdicts verdicts, Baseline known, UnaryOperator<String> paths) {
    this.verdicts = verdicts;
    this.known = known;
    this.paths = paths;
    lines = new LineText(verdicts.sources());
  }

  /**
   * Every rule that is broken, says nothing or is undecided, as SARIF.
   *
   * @param all of each tree
   * @param version of this program
   * @param paths gives rules files the paths that {@link SarifResult#path} asks for
   */
  public static String of(
      List<Verdicts> all, String version, Baseline known, UnaryOperator<String> paths) {
    return new SarifLog(
            version,
            all.stream().allMatch(verdicts -> verdicts.count(Ruling.Outcome.UNDECIDED) == 0),
            !known.keys().isEmpty(),
            Arrays.stream(Statement.Kind.values()).map(VerdictsSarif::rule).toList(),
            all.stream().flatMap(it -> new VerdictsSarif(it, known, paths).results()).toList())
        .json();
  }

  private static SarifRule rule(Statement.Kind kind) {
    String summary =
        switch (kind) {
          case ALWAYS -> "A symbol that must never be n can be n.";
          case MODULAR -> "A symbol that must be able to be a module can never be m.";
          case NEVER -> "A symbol that must always be n can be on.";
          case IMPLIES -> "A condition that must follow from another one does not.";
          case HOLDS -> "A condition that must always hold can be n.";
        };
    return new SarifRule(kind.text(), summary, SarifLevel.ERROR);
  }

  private Stream<SarifResult> results() {
    return verdicts.bad().stream().map(Judged::ruling).map(this::result);
  }

  private SarifResult result(Ruling ruling) {
    Statement statement = ruling.rule().statement();
    Snippet subject = statement.subject();
    boolean broken = ruling.outcome() == Ruling.Outcome.BROKEN;
    String on = verdicts.architecture().isEmpty() ? "" : " on " + verdicts.architecture();
    return new SarifResult(
        statement.kind().text(),
        broken ? SarifLevel.ERROR : SarifLevel.WARNING,
        "\"%s\" %s%s%s."
            .formatted(ByteText.readable(statement.text()), says(ruling), on, why(ruling)),
        ByteText.readable(paths.apply(subject.path())),
        subject.line(),
        verdicts.architecture() + "\n" + ByteText.readable(statement.text()),
        known.has(verdicts.key(ruling)),
        ruling.reasons().stream().flatMap(this::related).toList());
  }

  private static String says(Ruling ruling) {
    return switch (ruling.outcome()) {
      case HOLDS -> "holds";
      case BROKEN -> "is broken";
      case EMPTY -> "says nothing, since no configuration satisfies its condition,";
      case UNDECIDED -> "is undecided for want of time";
    };
  }

  private String why(Ruling ruling) {
    Example example = ruling.example();
    if (example != null) {
      List<Change> changes = example.changes();
      String start = ": " + verdicts.start();
      int more = changes.size() - MOST_CHANGES;
      return changes.isEmpty()
          ? start + " as it is"
          : changes.stream()
                  .limit(MOST_CHANGES)
                  .map(it -> ByteText.readable(it.symbol().displayName() + "=" + it.after()))
                  .collect(Collectors.joining(" ", start + " with ", ""))
              + (more > 0 ? " and " + more + " more" : "");
    }
    return ruling.reasons().isEmpty()
        ? ""
        : ruling.reasons().stream()
            .map(lines::of)
            .collect(Collectors.joining("; ", ", because of ", ""));
  }

  private Stream<SarifResult.Related> related(Line line) {
    return line instanceof Line.Stated stated
        ? Stream.of(
            new SarifResult.Related(
                ByteText.readable(stated.location().file()),
                stated.location().line(),
                lines.text(stated)))
        : Stream.of();
  }
}
