package dev.unprobed.bench.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Recordings, of a program that does with its arguments what conf does with the shell commands of a
 * tree.
 */
final class ReplayTest {

  private static final String PROGRAM =
      """
      #include <stdio.h>
      int main(int argc, char **argv)
      {
        for (int i = 1; i < argc; i++) {
          FILE *answer = popen(argv[i], "r");
          int c;
          while ((c = fgetc(answer)) != EOF)
            putchar(c);
          pclose(answer);
        }
        return 0;
      }
      """;

  @TempDir private Path folder = Path.of("");

  @BeforeEach
  void build() throws IOException {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/gcc")), "needs gcc");
    Files.writeString(folder.resolve("ask.c"), PROGRAM);
    Command.output(folder, "gcc", "-o", "ask", "ask.c");
  }

  @Test
  void playsBackWhatACommandSaidTheFirstTime() throws IOException {
    Replay replay = replay();
    String command = "cat state; cat state >&2; exit 3";
    Files.writeString(folder.resolve("state"), "first\n");
    Answer first = ask(replay, command);
    Files.writeString(folder.resolve("state"), "second\n");

    assertThat(ask(replay, command))
        .isEqualTo(first)
        .isEqualTo(new Answer(0, "first\n", "first\n"));
    assertThat(ask(replay, command + " ").stdout()).isEqualTo("second\n");
    replay.forget();
  }

  @Test
  void theCommandsDoNotSeeIt() throws IOException {
    Replay replay = replay();

    assertThat(ask(replay, "env").stdout()).doesNotContain("LD_PRELOAD", "UNPROBED");
    replay.forget();
  }

  @Test
  void anAnswerThatIsTooLongToRecordIsCutNotLost() throws IOException {
    Replay replay = replay();

    assertThat(ask(replay, "head -c 5000 /dev/zero").stdout()).hasSize(5000);
    replay.forget();
  }

  @Test
  void isProvedUntilItIsForgotten() throws IOException {
    Replay replay = replay();
    ask(replay, "true");

    assertThat(replay.isProved()).isFalse();
    replay.prove();
    assertThat(replay.isProved()).isTrue();
    replay.forget();
    assertThat(replay.isProved()).isFalse();
  }

  private static Replay replay() throws IOException {
    return Replay.of(new Environment(new TreeMap<>(), "test-" + UUID.randomUUID()));
  }

  private Answer ask(Replay replay, String command) throws IOException {
    List<String> words = List.of(folder.resolve("ask").toString(), command);
    Map<String, String> environment = Map.of("PATH", System.getenv().getOrDefault("PATH", ""));
    return new Command(words, replay.in(environment), folder).run();
  }
}
