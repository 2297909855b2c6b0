package dev.unprobed.reclaim.patch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The edits fit the kernels that they are said to fit. */
final class KernelSourceTest {
  @TempDir private Path tree;

  @ParameterizedTest
  @ValueSource(strings = {"6.1", "6.12"})
  void fitsDebiansSource(String version) throws Exception {
    unpack(Path.of("/usr/src/linux-source-" + version + ".tar.xz"));
    KernelPatch patch = KernelPatch.of(tree);

    List<Change> changes = patch.apply();

    assertThat(changes).extracting(Change::file).contains("init/main.c", "arch/arm64/mm/mmu.c");
    assertThat(patch.apply()).isEmpty();
    assertThat(changes.stream().filter(KernelSourceTest::shiftsLines)).isEmpty();
  }

  /** C code below an edit keeps the numbers of its lines, which end up in vmlinux. */
  private static boolean shiftsLines(Change change) {
    List<String> before = change.before().lines().toList();
    List<String> after = change.after().lines().toList();
    String last = before.isEmpty() ? "" : before.getLast();
    return change.file().matches("(arch.arm64.mm|drivers|init|kernel).*\\.c")
        && !before.isEmpty()
        && !after.get(before.size() - 1).equals(last);
  }

  /** Only the files that are edited, or that tell one kernel from another. */
  private void unpack(Path archive) throws IOException, InterruptedException {
    boolean there = Files.isReadable(archive);
    if (!there && "true".equals(System.getenv("CI"))) {
      throw new AssertionError(
          archive + " is needed (hint: apt install linux-source-6.1 linux-source-6.12)");
    }
    if (!there) {
      System.out.println(
          "SKIPPED: no " + archive + " (hint: apt install linux-source-6.1 linux-source-6.12)");
    }
    assumeTrue(there, "no " + archive);
    List<String> command = new ArrayList<>(List.of("tar", "-xf", archive.toString()));
    command.addAll(List.of("--strip-components=1", "--wildcards"));
    files().distinct().forEach(file -> command.add("linux-source-*/" + file));
    Process tar = new ProcessBuilder(command).directory(tree.toFile()).start();
    // What one kernel has and another has not is missing in one of the archives.
    tar.getErrorStream().readAllBytes();
    tar.waitFor();
  }

  private static Stream<String> files() {
    return Shipped.scripts().stream()
        .flatMap(script ->
            Stream.concat(
                script.edits().stream().map(Edit::file), Stream.of(script.variant().file())))
        .filter(file -> !file.isEmpty());
  }
}
