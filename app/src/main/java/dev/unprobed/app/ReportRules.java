package dev.unprobed.app;

import dev.unprobed.app.prove.Verdicts;
import dev.unprobed.app.report.Progress;
import dev.unprobed.kconfig.source.ByteText;
import dev.unprobed.kconfig.source.KconfigException;
import dev.unprobed.prove.rule.RulesFile;
import dev.unprobed.prove.rule.Statement;
import dev.unprobed.prove.sat.Limit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The rules of a report.
 *
 * @param files of rules
 * @param shipped whether they came with unprobed, so that a tree need not have all their symbols
 */
record ReportRules(List<Path> files, boolean shipped) {

  /** Those in a folder that comes with unprobed; none when it is not there. */
  static ReportRules shipped(Path folder) {
    if (!Files.isDirectory(folder)) {
      return new ReportRules(List.of(), true);
    }
    try (Stream<Path> all = Files.list(folder)) {
      return new ReportRules(
          all.filter(file -> file.toString().endsWith(".rules")).sorted().toList(), true);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Decides them for each tree that some are about; what was not reached is undecided. */
  List<Verdicts> decide(
      List<ConfiguredTree> trees, Limit limit, Progress progress, List<String> notes) {
    List<Verdicts> all = new ArrayList<>();
    for (ConfiguredTree tree : trees) {
      String arch = ByteText.readable(tree.workspace().environment().getOrDefault("ARCH", ""));
      List<Statement> statements = about(arch);
      if (statements.isEmpty()) {
        continue;
      }
      try {
        all.add(new RulesJob(tree, statements, null).verdicts(limit, progress));
      } catch (KconfigException e) {
        if (!shipped) {
          throw e;
        }
        notes.add(
            "The rules that come with unprobed name symbols that "
                + arch
                + " of this tree does not have, so none was decided there.");
      }
    }
    return all;
  }

  /** Those about an architecture, each once, though files include each other. */
  List<Statement> about(String arch) {
    Set<String> seen = new HashSet<>();
    return files.stream()
        .flatMap(file -> RulesFile.read(file).stream())
        .filter(statement -> statement.scope().covers(arch) && statement.scope().tree() == null)
        .filter(statement -> seen.add(statement.text()))
        .toList();
  }
}
