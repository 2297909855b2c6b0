package dev.unprobed.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What people read of {@code config from-dtb}, {@code board} and {@code boot}. A {@link GoldenFile}
 * holds a command, sources of device trees, configurations, and what comes of it.
 */
class BoardGoldenTest {
  private static final Path FILES = Path.of("src/test/resources/boards");
  private static final Path SAMPLE = Path.of("../samples/board");

  @TempDir Path folder;

  @BeforeAll
  static void demandCompiler() throws InterruptedException {
    boolean there;
    try {
      there = new ProcessBuilder("dtc", "--version").start().waitFor() == 0;
    } catch (IOException _) {
      there = false;
    }
    if (!there) {
      System.out.println("skipped: there is no dtc to make device trees with");
    }
    assumeTrue(there || "true".equals(System.getenv("CI")));
    assertThat(there).as("dtc").isTrue();
  }

  static List<Path> files() throws IOException {
    return GoldenFile.in(FILES);
  }

  @ParameterizedTest
  @MethodSource("files")
  void says(Path file) throws Exception {
    GoldenFile golden = GoldenFile.read(file);
    CommandRun run = CommandRun.of(arguments(golden.sections()));
    Path fragment = folder.resolve("out.config");
    golden
        .with("exit status", run.status() + "\n")
        .with("output", plain(run.out()))
        .with("errors", plain(run.err()))
        .with("out.config", Files.exists(fragment) ? Files.readString(fragment) : "")
        .check();
    assertThat(golden.section("errors").lines())
        .allMatch(line -> line.length() <= 80 || line.contains(": error["));
  }

  private List<String> arguments(Map<String, String> given) throws Exception {
    Files.copy(SAMPLE.resolve("board.dts"), folder.resolve("board.dts"));
    for (Map.Entry<String, String> section : given.entrySet()) {
      if (section.getKey().endsWith(".dts") || section.getKey().endsWith(".config")) {
        Files.writeString(folder.resolve(section.getKey()), section.getValue());
      }
    }
    List<String> arguments = new ArrayList<>();
    for (String word : given.getOrDefault("command", "").strip().split(" ", -1)) {
      arguments.add(argument(word));
    }
    arguments.add("--tree=" + SAMPLE);
    if (!arguments.contains("--config")) {
      arguments.add("--config=defconfig");
    }
    arguments.add("--arch=arm64");
    arguments.add("--cc=no-such-compiler");
    return arguments;
  }

  private String argument(String word) throws IOException, InterruptedException {
    if (word.endsWith(".dtb")) {
      String source = folder.resolve(word.replace(".dtb", ".dts")).toString();
      String blob = folder.resolve(word).toString();
      Process dtc =
          new ProcessBuilder("dtc", "-q", "-I", "dts", "-O", "dtb", "-o", blob, source)
              .inheritIO()
              .start();
      assertThat(dtc.waitFor()).as("dtc " + source).isZero();
    }
    return word.contains(".") ? folder.resolve(word).toString() : word;
  }

  private String plain(String text) {
    String sample = SAMPLE.toAbsolutePath().normalize().toString();
    return text.replace(folder + "/", "").replace(sample, "samples/board");
  }
}
