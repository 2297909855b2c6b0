package dev.unprobed.bench.exact;

import dev.unprobed.bench.tree.Answer;
import dev.unprobed.bench.tree.Arch;
import dev.unprobed.bench.tree.Environment;
import dev.unprobed.bench.tree.KernelTree;
import dev.unprobed.bench.tree.Oracle;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** Things to test with, none of which needs a kernel tree. */
final class Samples {

  private Samples() {}

  static Job job(String target, String name) {
    return job("conf", target, name);
  }

  /** A job whose conf has another digest. */
  static Job job(String conf, String target, String name) {
    return Job.of(place(conf), target, name);
  }

  private static Place place(String conf) {
    Path folder = Path.of("/none");
    return new Place(
        new KernelTree("6.1", "6.1.0", folder, "tree"),
        new Oracle(folder.resolve("conf"), conf),
        new Arch("arm64", "arm64", "arm64", Map.of(), name -> true),
        new Environment(new TreeMap<>(Map.of("CC", "gcc")), "environment"));
  }

  static Outcome outcome(int exit, String stdout, Map<String, String> files) {
    StringBuilder listing = new StringBuilder();
    new TreeMap<>(files).keySet().forEach(name -> listing.append("* ").append(name).append("\n"));
    return new Outcome(new Answer(exit, stdout, ""), listing.toString(), new TreeMap<>(files));
  }
}
