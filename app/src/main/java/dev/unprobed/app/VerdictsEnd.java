package dev.unprobed.app;

import dev.unprobed.app.check.Baseline;
import dev.unprobed.app.prove.Judged;
import dev.unprobed.app.prove.Verdicts;
import dev.unprobed.app.prove.VerdictsSarif;
import dev.unprobed.app.sarif.SarifPath;
import dev.unprobed.kconfig.source.ByteText;
import dev.unprobed.prove.check.Finding;
import dev.unprobed.prove.rule.Ruling;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is left to do when all rules have been decided: files for others, and the exit status.
 *
 * @param known what does no harm
 * @param sarif absent when there is to be none
 * @param newBaseline absent when there is to be none
 */
record VerdictsEnd(
    List<Verdicts> verdicts, Baseline known, @Nullable Path sarif, @Nullable Path newBaseline) {

  ExitStatus reach(TreeOptions options) {
    OutputFiles files = OutputFiles.ofProcess();
    if (sarif != null) {
      Path tree = options.tree == null ? Path.of("") : options.tree;
      String log =
          VerdictsSarif.of(
              verdicts,
              Version.text(),
              known,
              path -> ByteText.encode(SarifPath.of(Path.of(ByteText.readable(path)), tree)));
      files.write(sarif, log + "\n");
    }
    if (newBaseline != null) {
      files.writeBytes(newBaseline, Baseline.write(keys()));
    }
    return status();
  }

  /** Of what was decided: a later run may have more time. */
  private List<Finding.Key> keys() {
    List<Finding.Key> keys = new ArrayList<>();
    for (Verdicts each : verdicts) {
      each.bad().stream()
          .map(Judged::ruling)
          .filter(ruling -> ruling.outcome() != Ruling.Outcome.UNDECIDED)
          .forEach(ruling -> keys.add(each.key(ruling)));
    }
    return keys;
  }

  /** What the baseline says of rules that have turned out otherwise. */
  List<Finding.Key> stale() {
    List<Finding.Key> stale = new ArrayList<>();
    for (Verdicts each : verdicts) {
      for (Judged judged : each.rulings()) {
        Ruling ruling = judged.ruling();
        boolean decided = ruling.outcome() != Ruling.Outcome.UNDECIDED;
        for (Ruling.Outcome other : Ruling.Outcome.values()) {
          Finding.Key key = each.key(ruling, other);
          if (decided && other != ruling.outcome() && known.has(key)) {
            stale.add(key);
          }
        }
      }
    }
    return stale;
  }

  private ExitStatus status() {
    List<Ruling> bad = new ArrayList<>();
    for (Verdicts each : verdicts) {
      each.bad().stream()
          .map(Judged::ruling)
          .filter(ruling -> !known.has(each.key(ruling)))
          .forEach(bad::add);
    }
    boolean undecided = bad.stream().anyMatch(r -> r.outcome() == Ruling.Outcome.UNDECIDED);
    if (bad.isEmpty() || newBaseline != null && !undecided) {
      return ExitStatus.HOLDS;
    }
    boolean empty = bad.stream().anyMatch(r -> r.outcome() == Ruling.Outcome.EMPTY);
    return empty ? ExitStatus.USER_ERROR : ExitStatus.BROKEN;
  }
}
