package dev.unprobed.bench.board;

import static java.util.concurrent.TimeUnit.MINUTES;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Asks {@code unprobed board}, as a process of its own.
 *
 * @param root the folder of the project
 */
record Predictor(Path root) {

  private static final int LIMIT_MINUTES = 30;

  /** The exit status that says that a driver is missing, which is an answer. */
  private static final int LACKING = 1;

  /**
   * All boards of a kernel at once, since reading the kernel takes longer than a board.
   *
   * @return the predictions by the names of the device trees
   * @throws IOException if unprobed fails
   */
  Map<String, Prediction> of(StockKernel kernel, Collection<Path> deviceTrees, ModuleChoice choice)
      throws IOException {
    List<String> words = new ArrayList<>(List.of(root.resolve("unprobed").toString(), "board"));
    words.addAll(List.of("--kernel", kernel.folder().toString(), "--json"));
    words.addAll(List.of("--modules", choice.word()));
    for (Path deviceTree : deviceTrees) {
      words.addAll(List.of("--dtb", deviceTree.toString()));
    }
    Path json = Files.createTempFile("unprobed-", ".json");
    try {
      run(words, json);
      return PredictionReader.read(Files.readString(json));
    } finally {
      Files.delete(json);
    }
  }

  private void run(List<String> words, Path output) throws IOException {
    Process process =
        new ProcessBuilder(words)
            .directory(root.toFile())
            .redirectError(Redirect.INHERIT)
            .redirectOutput(output.toFile())
            .start();
    process.getOutputStream().close();
    int exit = await(process);
    if (exit != 0 && exit != LACKING) {
      throw new IOException("%s: exit status %d".formatted(String.join(" ", words), exit));
    }
  }

  private static int await(Process process) throws IOException {
    try {
      if (!process.waitFor(LIMIT_MINUTES, MINUTES)) {
        throw new IOException("unprobed board does not end");
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("unprobed board");
    } finally {
      process.destroyForcibly();
    }
  }
}
