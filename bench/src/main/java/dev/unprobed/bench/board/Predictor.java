package dev.unprobed.bench.board;

import dev.unprobed.bench.tree.Answer;
import dev.unprobed.bench.tree.Command;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Asks {@code unprobed board}, as a process of its own.
 *
 * @param root the folder of the project
 */
public record Predictor(Path root) {

  /**
   * Every list for one board.
   *
   * @throws IOException if unprobed fails, with what it says
   */
  public Prediction of(StockKernel kernel, Path deviceTree, ModuleChoice choice)
      throws IOException {
    SortedMap<String, String> unknown = new TreeMap<>();
    for (String line : list(kernel, deviceTree, choice, "unknown")) {
      String[] words = line.split("[ \t]+", 2);
      unknown.put(words[0], words.length > 1 ? words[1] : "");
    }
    return new Prediction(
        names(list(kernel, deviceTree, choice, "bound")),
        names(list(kernel, deviceTree, choice, "dead")),
        unknown,
        names(list(kernel, deviceTree, choice, "deferred")));
  }

  private static SortedSet<String> names(List<String> lines) {
    SortedSet<String> names = new TreeSet<>();
    lines.forEach(line -> names.add(line.split("[ \t]", 2)[0]));
    return names;
  }

  private List<String> list(StockKernel kernel, Path deviceTree, ModuleChoice choice, String what)
      throws IOException {
    List<String> words = new ArrayList<>(List.of(root.resolve("unprobed").toString(), "board"));
    words.addAll(List.of("--kernel", kernel.folder().toString()));
    words.addAll(List.of("--dtb", deviceTree.toString()));
    words.addAll(List.of("--list", what, "--modules", choice.word()));
    Answer answer = new Command(words, System.getenv(), root).run();
    // 1 says that a driver is missing, which is an answer.
    if (answer.exit() != 0 && answer.exit() != 1) {
      throw new IOException(
          "%s: exit status %d%n%s"
              .formatted(String.join(" ", words), answer.exit(), answer.stderr()));
    }
    return answer.stdout().lines().filter(line -> !line.isBlank()).toList();
  }
}
