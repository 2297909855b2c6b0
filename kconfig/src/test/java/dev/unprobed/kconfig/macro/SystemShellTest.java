package dev.unprobed.kconfig.macro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
final class SystemShellTest {
  private static final String PATH = "/usr/bin:/bin";

  @TempDir Path folder = Path.of("");
  private final StringBuilder errors = new StringBuilder();
  private SystemShell shell = new SystemShell(Path.of(""), Map.of());

  @BeforeEach
  void start() {
    shell = new SystemShell(folder, Map.of("PATH", PATH, "NAME", "v\u00e4l 'ue\n"), errors::append);
  }

  @AfterEach
  void stop() {
    shell.close();
  }

  @Test
  void answersAsTheShellDoes() {
    assertThat(shell.run("echo hello world")).isEqualTo("hello world");
    assertThat(shell.run("{ false; } >/dev/null 2>&1 && echo \"y\" || echo \"n\"")).isEqualTo("n");
    assertThat(shell.run("set -- GCC 120200 && echo $1")).isEqualTo("GCC");
    assertThat(shell.run("printf 'a\\nb\\n\\n'")).isEqualTo("a b");
  }

  @Test
  void ignoresTheExitStatus() {
    assertThat(shell.run("echo x; exit 7")).isEqualTo("x");
    assertThat(shell.run("echo next")).isEqualTo("next");
  }

  @Test
  void everyCommandIsAProcessOfItsOwn() {
    assertThat(shell.run("X=1; cd /; echo a")).isEqualTo("a");
    assertThat(shell.run("echo \"$X\"; pwd")).endsWith(folder.toString());
    assertThat(shell.run("echo $$")).isNotEqualTo(shell.run("echo $$"));
  }

  @Test
  void keepsBytes() {
    assertThat(shell.run("printf %s '\u00c3\u00a4\u00ff'")).isEqualTo("\u00c3\u00a4\u00ff");
    assertThat(shell.run("printf '%s' \"$NAME\"")).isEqualTo("v\u00e4l 'ue");
    assertThat(shell.run("printf '\\377\\001'")).isEqualTo("\u00ff\1");
  }

  @Test
  void hasTheGivenEnvironmentOnly() {
    assertThat(
            shell.run(
                "env | grep -v -e '^PWD=' -e '^_=' -e SHLVL | grep -o '^[A-Z]*=' | sort | head -n 2"))
        .isEqualTo("NAME= PATH=");
  }

  @Test
  void passesErrorsOnInOrder() {
    assertThat(shell.run("echo one >&2; echo answer; echo two >&2")).isEqualTo("answer");
    shell.run("echo three >&2");
    assertThat(errors).hasToString("one\ntwo\nthree\n");
  }

  @Test
  void survivesALotOfErrors() {
    assertThat(
            shell.run(
                "i=0; while [ $i -lt 20000 ]; do echo 0123456789 >&2; i=$((i+1)); done; echo y"))
        .isEqualTo("y");
    assertThat(errors).hasSize(20000 * 11);
  }

  @Test
  void commandsHaveNoInput() {
    assertThat(shell.run("cat; echo end")).isEqualTo("end");
  }

  @Test
  void stopsWhoPrintsWithoutEnd() {
    assertThat(shell.run("yes")).isEqualTo("y ".repeat(2048).substring(0, 4095));
    assertThat(shell.run("echo next")).isEqualTo("next");
  }

  @Test
  void survivesTheDeathOfItsHelper() {
    assertThat(shell.run("echo last; kill -9 $PPID; sleep 0.1")).isEqualTo("last");
    assertThat(shell.run("echo next")).isEqualTo("next");
  }

  @Test
  void doesNotMixInWhatIsPrintedLater() throws InterruptedException {
    assertThat(shell.run("(sleep 0.2; echo late) & echo y")).isEqualTo("y");
    Thread.sleep(500);
    assertThat(shell.run("echo next")).isEqualTo("next");
  }

  @Test
  void reportsASyntaxError() {
    assertThat(shell.run("echo 'open")).isEmpty();
    assertThat(errors.toString()).containsIgnoringCase("quoted string");
    assertThat(shell.run("echo next")).isEqualTo("next");
  }

  @Test
  void runsMany() {
    List<String> answers =
        IntStream.range(0, 200).parallel().mapToObj(i -> shell.run("echo " + i)).toList();
    assertThat(answers).isEqualTo(IntStream.range(0, 200).mapToObj(String::valueOf).toList());
  }

  @Test
  void saysWhenItCannotRun() {
    try (SystemShell lost = new SystemShell(folder.resolve("absent"), Map.of())) {
      assertThatThrownBy(() -> lost.run("echo x"))
          .isInstanceOf(MacroException.class)
          .hasMessageContaining("absent");
    }
  }
}
