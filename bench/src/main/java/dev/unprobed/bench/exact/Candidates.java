package dev.unprobed.bench.exact;

import dev.unprobed.bench.tree.Answer;
import dev.unprobed.bench.tree.Digest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The candidates that there are. */
public final class Candidates {

  private static final List<String> CLASSES =
      List.of("kconfig/target/classes", "app/target/classes");

  private Candidates() {}

  /** The launcher, anew for every job. */
  public static Candidate process(Path root) throws IOException {
    return new ProcessCandidate(root.resolve("unprobed"), fingerprint(root));
  }

  /** Does nothing, and nothing is compared. */
  public static Candidate none() {
    return new None();
  }

  /** A digest of all classes, which changes when the program does. */
  public static String fingerprint(Path root) throws IOException {
    Digest digest = new Digest();
    for (String folder : CLASSES) {
      for (Path file : files(root.resolve(folder))) {
        digest.addFile(root.relativize(file).toString(), file);
      }
    }
    return digest.text();
  }

  private static List<Path> files(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private record None() implements Candidate {

    @Override
    public Answer run(
        Case id, List<String> arguments, Map<String, String> environment, Path folder) {
      return new Answer(0, "", "");
    }

    @Override
    public String fingerprint() {
      return "none";
    }

    @Override
    public boolean isReal() {
      return false;
    }
  }
}
