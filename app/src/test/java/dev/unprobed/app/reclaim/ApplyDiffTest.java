package dev.unprobed.app.reclaim;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.unprobed.reclaim.patch.Change;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** The diff of {@code reclaim apply} does what it does without, by patch and by git. */
final class ApplyDiffTest {
  private static final String HINT = " (hint: apt install linux-source-6.1 linux-source-6.12)";

  /** Where edits are. */
  private static final List<String> PARTS =
      List.of(
          "Documentation/admin-guide/*",
          "arch/arm64/kernel/*.[hS]",
          "arch/arm64/kernel/pi/*",
          "arch/arm64/mm/*",
          "drivers/base/*",
          "init/*",
          "kernel/*",
          "lib/dynamic_debug.c",
          "scripts/*");

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"6.1", "6.12"})
  void isWhatApplyDoes(String version) throws Exception {
    unpack(Path.of("/usr/src/linux-source-" + version + ".tar.xz"));
    run("cp", "-r", "plain", "patched");
    run("cp", "-r", "plain", "git");
    run("cp", "-r", "plain", "applied");

    assertThat(apply("--tree", "plain", "--diff", "unprobed.patch")).isZero();
    assertThat(apply("--tree", "applied")).isZero();
    String said = run("patch", "-p1", "--fuzz=0", "-d", "patched", "-i", "../unprobed.patch");
    run("git", "-C", "git", "apply", "--whitespace=error-all", "../unprobed.patch");

    assertThat(said).doesNotContain("fuzz", "offset");
    assertThat(contents("patched")).isEqualTo(contents("applied"));
    assertThat(contents("git")).isEqualTo(contents("applied"));
    assertThat(contents("plain")).isNotEqualTo(contents("applied"));

    // A second time there is nothing left to do.
    assertThat(apply("--tree", "patched", "--diff", "again.patch")).isZero();
    assertThat(folder.resolve("again.patch")).isEmptyFile();
    assertThat(apply("--tree", "patched")).isZero();
    assertThat(contents("patched")).isEqualTo(contents("applied"));
  }

  @Test
  void keepsBytesThatAreNoText() throws Exception {
    String before = "one\n\u00e4 in an old file\ntwo\n";
    String after = "one\n\u00e4 in an old file\nunprobed\ntwo\n";
    Files.createDirectory(folder.resolve("plain"));
    Files.writeString(folder.resolve("plain/file.c"), before, ISO_8859_1);

    NewFile.write(
        folder.resolve("unprobed.patch"),
        UnifiedDiff.of(List.of(new Change("file.c", before, after))),
        ISO_8859_1);
    run("patch", "-p1", "--fuzz=0", "-d", "plain", "-i", "../unprobed.patch");

    assertThat(Files.readString(folder.resolve("plain/file.c"), ISO_8859_1)).isEqualTo(after);
  }

  private int apply(String... arguments) {
    List<String> all = new ArrayList<>();
    for (String argument : arguments) {
      all.add(argument.startsWith("-") ? argument : folder.resolve(argument).toString());
    }
    return new CommandLine(new ApplyCommand())
        .setOut(new PrintWriter(Writer.nullWriter()))
        .execute(all.toArray(String[]::new));
  }

  private Map<String, String> contents(String tree) throws IOException {
    Map<String, String> contents = new TreeMap<>();
    Path top = folder.resolve(tree);
    try (Stream<Path> files = Files.walk(top)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String mode = Files.isExecutable(file) ? "x " : "- ";
        contents.put(top.relativize(file).toString(), mode + Files.readString(file, ISO_8859_1));
      }
    }
    return contents;
  }

  private void unpack(Path archive) throws Exception {
    boolean there = Files.isReadable(archive);
    if (!there && "true".equals(System.getenv("CI"))) {
      throw new AssertionError(archive + " is needed" + HINT);
    }
    if (!there) {
      System.out.println("SKIPPED: no " + archive + HINT);
    }
    assumeTrue(there, "no " + archive);
    Files.createDirectory(folder.resolve("plain"));
    List<String> command =
        new ArrayList<>(List.of("tar", "-xf", archive.toString(), "-C", "plain"));
    command.addAll(List.of("--strip-components=1", "--wildcards"));
    PARTS.forEach(part -> command.add("linux-source-*/" + part));
    run(command.toArray(String[]::new));
  }

  private String run(String... command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), ISO_8859_1);
    assertThat(process.waitFor()).as("%s: %s", Arrays.toString(command), said).isZero();
    return said;
  }
}
