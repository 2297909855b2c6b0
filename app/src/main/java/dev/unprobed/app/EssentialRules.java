package dev.unprobed.app;

import dev.unprobed.kconfig.source.Location;
import dev.unprobed.prove.check.DroppableDriver;
import dev.unprobed.prove.condition.Condition;
import dev.unprobed.prove.condition.Snippet;
import dev.unprobed.prove.rule.Rule;
import dev.unprobed.prove.rule.RulesFile;
import dev.unprobed.prove.rule.Scope;
import dev.unprobed.prove.rule.Statement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What rules files call essential.
 *
 * @param statements the {@code always} ones
 */
record EssentialRules(List<Statement> statements) {
  static EssentialRules read(List<Path> files) {
    return new EssentialRules(
        files.stream()
            .flatMap(file -> RulesFile.read(file).stream())
            .filter(statement -> statement.kind() == Statement.Kind.ALWAYS)
            .toList());
  }

  /** Those that are about a tree and its architecture. */
  List<DroppableDriver.Rule> of(TreeSymbols names) {
    Workspace workspace = names.tree().workspace();
    List<Statement> covered =
        statements.stream().filter(it -> covers(it.scope(), workspace)).toList();
    List<DroppableDriver.Rule> rules = new ArrayList<>();
    for (Rule rule : Rule.all(covered, names)) {
      if (rule.claim() instanceof Rule.Claim.Always always) {
        Condition when = rule.when();
        Snippet text = rule.statement().when();
        Snippet subject = rule.statement().subject();
        rules.add(
            new DroppableDriver.Rule(
                when == null ? everywhere(names) : when,
                text == null ? "" : text.part(),
                List.of(always.symbol()),
                new Location(subject.path(), subject.line())));
      }
    }
    return rules;
  }

  /** Whether a file that a finding is in is one of the rules files. */
  boolean has(String path) {
    return statements.stream().anyMatch(statement -> statement.subject().path().equals(path));
  }

  private static Condition everywhere(TreeSymbols names) {
    return new Condition.Value(names.tree().loaded().tree().yes());
  }

  private static boolean covers(Scope scope, Workspace workspace) {
    String tree = scope.tree();
    return scope.covers(workspace.environment().getOrDefault("ARCH", ""))
        && (tree == null || same(Path.of(tree), workspace.tree()));
  }

  private static boolean same(Path a, Path b) {
    try {
      return Files.isSameFile(a, b);
    } catch (IOException _) {
      return false;
    }
  }
}
