package dev.unprobed.bench.exact;

import dev.unprobed.bench.tree.Answer;
import dev.unprobed.bench.tree.Command;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A new process for every run.
 *
 * @param program the launcher
 * @param fingerprint of the program that the launcher starts
 */
public record ProcessCandidate(Path program, String fingerprint) implements Candidate {

  /** What the launcher needs to find a JDK, and conf does not mind. */
  private static final String JDK = "JAVA_HOME";

  @Override
  public Answer run(Case id, List<String> arguments, Map<String, String> environment, Path folder)
      throws IOException {
    List<String> words = new ArrayList<>(List.of(program.toString(), "config"));
    words.addAll(arguments);
    SortedMap<String, String> variables = new TreeMap<>(environment);
    Optional.ofNullable(System.getenv(JDK)).ifPresent(home -> variables.put(JDK, home));
    return new Command(words, variables, folder).run();
  }
}
