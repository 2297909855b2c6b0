package dev.unprobed.kconfig.macro;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every input of an answer, changed one at a time. */
final class InvalidationTest {
  @TempDir Path folder = Path.of("");
  private CacheWorld world = new CacheWorld(Path.of(""));
  private Path tool = Path.of("");

  @BeforeEach
  void prepare() {
    world = new CacheWorld(folder);
    tool = world.tool("tool", "echo one");
  }

  /** Runs the command, makes the change, and says whether the answer is still good. */
  private boolean survives(String command, Change change) throws IOException {
    world.load(command);
    assertThat(world.isRemembered(command)).as("remembered before the change").isTrue();
    change.make();
    return world.isRemembered(command);
  }

  interface Change {
    void make() throws IOException;
  }

  @Test
  void nothingChanged() throws IOException {
    assertThat(survives("tool", () -> {})).isTrue();
  }

  @Test
  void toolReplaced() throws IOException {
    assertThat(survives("tool", () -> world.tool("tool", "echo another"))).isFalse();
    assertThat(world.load("tool")).containsExactly("another");
  }

  @Test
  void toolReplacedByOneOfTheSameSizeAndTime() throws IOException {
    FileTime time = Files.getLastModifiedTime(tool);
    assertThat(
            survives(
                "tool",
                () -> {
                  Path other = world.program("bin/other", "echo two");
                  Files.setLastModifiedTime(other, time);
                  Files.move(other, tool, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
                }))
        .isFalse();
  }

  @Test
  void toolTouched() throws IOException {
    assertThat(survives("tool", () -> Files.setLastModifiedTime(tool, FileTime.fromMillis(1))))
        .isFalse();
  }

  @Test
  void toolNoLongerExecutable() throws IOException {
    assertThat(
            survives("tool", () -> assertThat(tool.toFile().setExecutable(false, false)).isTrue()))
        .isFalse();
  }

  @Test
  void toolRemoved() throws IOException {
    assertThat(survives("tool", () -> Files.delete(tool))).isFalse();
  }

  @Test
  void toolBehindALinkChanged() throws IOException {
    Files.createSymbolicLink(world.path("bin/link"), tool);
    assertThat(survives("link", () -> world.tool("tool", "echo another"))).isFalse();
  }

  @Test
  void toolAppearsEarlierOnTheSearchPath() throws IOException {
    assertThat(survives("tool", () -> world.program("early/tool", "echo early"))).isFalse();
    assertThat(world.load("tool")).containsExactly("early");
  }

  @Test
  void absentToolAppears() throws IOException {
    assertThat(survives("tool; command -v missing", () -> world.tool("missing", ":"))).isFalse();
  }

  @Test
  void otherToolAppears() throws IOException {
    assertThat(survives("tool", () -> world.tool("bystander", ":"))).isTrue();
  }

  @Test
  void searchPathChanged() throws IOException {
    assertThat(survives("tool", () -> world.set("PATH", "/usr/bin:/bin"))).isFalse();
  }

  @Test
  void variableChanged() throws IOException {
    assertThat(survives("tool", () -> world.set("CFLAGS", "-O2"))).isFalse();
  }

  @Test
  void variableOfTheTerminalChanged() throws IOException {
    world.set("TERM", "xterm");
    assertThat(survives("tool", () -> world.set("TERM", "vt100"))).isTrue();
    assertThat(survives("tool; echo \"$TERM\"", () -> world.set("TERM", "dumb"))).isFalse();
  }

  @Test
  void variableOfTheTerminalAppears() throws IOException {
    assertThat(survives("tool; echo \"${COLUMNS}\"", () -> world.set("COLUMNS", "80"))).isFalse();
  }

  @Test
  void toolInAVariableReplaced() throws IOException {
    world.set("CC", "tool -x");
    assertThat(survives("$CC -c", () -> world.tool("tool", "echo another"))).isFalse();
  }

  @Test
  void namedFileChanged() throws IOException {
    Path data = world.file("data", "a");
    assertThat(survives("cat " + data, () -> world.file("data", "abc"))).isFalse();
  }

  @Test
  void namedFileAppears() throws IOException {
    assertThat(survives("test -e " + world.path("new/data"), () -> world.file("new/data", "")))
        .isFalse();
  }

  @Test
  void namedFileDisappears() throws IOException {
    Path data = world.file("data", "a");
    assertThat(survives("test -e " + data, () -> Files.delete(data))).isFalse();
  }

  @Test
  void relativeFileAppears() throws IOException {
    assertThat(survives("test -e data", () -> world.file("work/data", ""))).isFalse();
  }

  @Test
  void fileInANamedFolderAppears() throws IOException {
    world.file("lib/a", "");
    assertThat(survives("tool -L " + world.path("lib"), () -> world.file("lib/b", ""))).isTrue();
  }

  @Test
  void namedFolderDisappears() throws IOException {
    Files.createDirectories(world.path("lib"));
    assertThat(survives("tool -L " + world.path("lib"), () -> Files.delete(world.path("lib"))))
        .isFalse();
  }

  @Test
  void workMovesElsewhere() throws IOException {
    assertThat(survives("tool", () -> world.workIn("elsewhere"))).isTrue();
    assertThat(survives("tool; pwd", () -> world.workIn("work"))).isFalse();
  }

  @Test
  void workMovesToWhereARelativeFileIs() throws IOException {
    world.file("elsewhere/data", "");
    assertThat(survives("test -e data", () -> world.workIn("elsewhere"))).isFalse();
  }
}
