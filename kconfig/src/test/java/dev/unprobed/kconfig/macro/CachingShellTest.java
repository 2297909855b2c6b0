package dev.unprobed.kconfig.macro;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is remembered, and how it is kept. */
final class CachingShellTest {
  @TempDir Path folder = Path.of("");
  private CacheWorld world = new CacheWorld(Path.of(""));

  @BeforeEach
  void prepare() {
    world = new CacheWorld(folder);
    world.tool("tool", "echo one");
  }

  @Test
  void remembersAnswers() {
    assertThat(world.isRemembered("tool")).isFalse();
    world.load("tool");
    assertThat(world.isRemembered("tool")).isTrue();
    assertThat(world.load("tool")).containsExactly("one");
  }

  @Test
  void answersNothingElse() {
    world.load("tool");
    assertThat(world.isRemembered("tool; :")).isFalse();
    assertThat(world.isRemembered("tool ")).isFalse();
  }

  @Test
  void remembersBytes() {
    world.load("tool; printf '\\377\\n\\303\\244'");
    assertThat(world.load("tool; printf '\\377\\n\\303\\244'"))
        .containsExactly("one \u00ff \u00c3\u00a4");
  }

  @Test
  void remembersTheCommandsOfTheLastRun() {
    world.load("tool", "tool -v", "date");
    assertThat(world.lastCommands()).containsExactly("tool", "tool -v", "date");
    world.load("tool");
    assertThat(world.lastCommands()).contains("tool", "tool -v");
    world.load("tool -x");
    assertThat(world.lastCommands()).containsExactly("tool -x");
  }

  @Test
  void forgetsWhatPrintsErrors() {
    world.load("tool; echo oops >&2");
    assertThat(world.isRemembered("tool; echo oops >&2")).isFalse();
    assertThat(world.errors()).isEqualTo("oops\n");
  }

  @Test
  void printsErrorsAsOftenAsTheCommandIsAsked() {
    world.load("tool; echo oops >&2", "tool; echo oops >&2");
    assertThat(world.errors()).isEqualTo("oops\noops\n");
  }

  @Test
  void forgetsWhatDependsOnMoreThanFiles() {
    List<String> fickle =
        List.of(
            "date", "git log", "tool | ls", "cat *.txt", "tool; cat /proc/uptime", "sh -c date");
    world.load(fickle.toArray(String[]::new));
    assertThat(fickle).noneMatch(world::isRemembered);
  }

  @Test
  void forgetsWhatAScriptWithSuchAProgramSays() {
    world.tool("script", "date +%s");
    world.load("script");
    assertThat(world.isRemembered("script")).isFalse();
  }

  @Test
  void forgetsWhatNamesNoFile() {
    world.load(": nothing-there");
    assertThat(world.isRemembered(": nothing-there")).isFalse();
  }

  @Test
  void writesOnlyWhatIsNew() throws IOException {
    world.load("tool", "date");
    Object before = Files.getLastModifiedTime(world.cacheFile());
    world.load("tool", "date");
    assertThat(Files.getLastModifiedTime(world.cacheFile())).isEqualTo(before);
  }

  @Test
  void ignoresACorruptFile() throws IOException {
    world.load("tool", "tool -v");
    byte[] whole = Files.readAllBytes(world.cacheFile());
    for (int length : new int[] {0, 1, 30, whole.length / 2, whole.length - 1}) {
      Files.write(world.cacheFile(), java.util.Arrays.copyOf(whole, length));
      assertThat(world.isRemembered("tool")).isFalse();
    }
    whole[whole.length / 2] ^= 1;
    Files.write(world.cacheFile(), whole);
    assertThat(world.isRemembered("tool")).isFalse();
    world.load("tool");
    assertThat(world.isRemembered("tool")).isTrue();
  }

  @Test
  void doesWithoutAPlaceToWrite() throws IOException {
    Files.writeString(world.cacheFolder(), "a file where the folder should be");
    assertThat(world.load("tool")).containsExactly("one");
    assertThat(world.isRemembered("tool")).isFalse();
  }

  @Test
  void isSafeToShare() throws IOException {
    Stream.of("a", "b", "c", "d", "e", "f")
        .parallel()
        .forEach(word -> world.load("tool " + word, "tool"));
    assertThat(world.load("tool")).containsExactly("one");
    try (Stream<Path> files = Files.list(world.cacheFolder())) {
      assertThat(files).hasSize(1);
    }
  }
}
