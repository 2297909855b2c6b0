package dev.unprobed.kconfig.macro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ParallelShellTest {
  @TempDir Path folder = Path.of("");
  private CacheWorld world = new CacheWorld(Path.of(""));

  @BeforeEach
  void prepare() {
    world = new CacheWorld(folder);
    world.tool("tool", "echo one");
  }

  @Test
  void theScoutGetsMarkersAndTheParserAnswers() {
    try (SystemShell system = world.system();
        ParallelShell shells = new ParallelShell(world.open(system))) {
      assertThat(shells.needsScout()).isTrue();
      String marker = shells.scout().run("tool; echo slow");
      assertThat(marker.chars()).anyMatch(c -> c > 0xff);
      assertThat(shells.scout().run("test -z \"" + marker + "\"")).isEqualTo(marker);
      assertThat(shells.settled().run("tool; echo slow")).isEqualTo("one slow");
      assertThat(shells.settled().run("echo never seen before")).isEqualTo("never seen before");
    }
  }

  @Test
  void commandsRunOnce() throws IOException {
    Path log = world.path("log");
    String command = "tool; echo run >> " + log;
    try (SystemShell system = world.system();
        ParallelShell shells = new ParallelShell(world.open(system))) {
      shells.scout().run(command);
      shells.scout().run(command);
      shells.settled().run(command);
      shells.settled().run(command);
    }
    assertThat(Files.readString(log)).isEqualTo("run\n");
  }

  @Test
  void aKnownTreeNeedsNoScout() {
    load("tool", "tool -v");
    try (SystemShell system = world.system();
        ParallelShell shells = new ParallelShell(world.open(system))) {
      assertThat(shells.needsScout()).isFalse();
      assertThat(shells.scout().run("tool -v")).isEqualTo("one");
    }
  }

  @Test
  void whatIsStaleStartsAtOnce() throws IOException {
    load("tool", "tool -v");
    Path log = world.path("log");
    world.tool("tool", "echo two; echo run >> " + log);
    try (SystemShell system = world.system();
        ParallelShell shells = new ParallelShell(world.open(system))) {
      assertThat(shells.needsScout()).isFalse();
      assertThat(shells.settled().run("tool")).isEqualTo("two");
      assertThat(shells.settled().run("tool -v")).isEqualTo("two");
    }
    assertThat(Files.readString(log)).isEqualTo("run\nrun\n");
  }

  @Test
  void errorsComeInTheOrderOfTheParser() {
    List<String> commands = List.of("sleep 0.2; echo a >&2", "echo b >&2", "echo c >&2");
    try (SystemShell system = world.system();
        ParallelShell shells = new ParallelShell(world.open(system))) {
      commands.forEach(shells.scout()::run);
      commands.forEach(shells.settled()::run);
    }
    assertThat(world.errors()).isEqualTo("a\nb\nc\n");
  }

  @Test
  void failuresReachTheParser() {
    try (SystemShell system = new SystemShell(folder.resolve("absent"), Map.of());
        ParallelShell shells =
            new ParallelShell(CachingShell.open(MacroCache.none(), system, ""))) {
      shells.scout().run("echo x");
      assertThatThrownBy(() -> shells.settled().run("echo x")).isInstanceOf(MacroException.class);
    }
  }

  private void load(String... commands) {
    try (SystemShell system = world.system();
        ParallelShell shells = new ParallelShell(world.open(system))) {
      List.of(commands).forEach(shells.settled()::run);
      shells.save();
    }
  }
}
