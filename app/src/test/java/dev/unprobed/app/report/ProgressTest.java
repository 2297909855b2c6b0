package dev.unprobed.app.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The clock is given; only the beginning of a step is read from the real one. */
final class ProgressTest {
  private static final long SECOND = 1_000_000_000;

  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);

  private String said() {
    return said.toString(StandardCharsets.UTF_8);
  }

  @Test
  void isSilentAtFirst() {
    Progress progress = new Progress(out, false);
    long before = System.nanoTime();
    progress.step("reading");
    progress.show(before + 2 * SECOND - 1);

    assertThat(said()).isEmpty();
  }

  @Test
  void tellsTheStepAndHowFarItIs() {
    Progress progress = new Progress(out, false);
    progress.step("unpacking", 200);
    progress.done(50);
    progress.show(System.nanoTime() + 3 * SECOND);

    assertThat(said()).matches("unprobed: unpacking ... 25 %, \\d+ s\\R");
  }

  @Test
  void repeatsItselfEveryTenSecondsOnly() {
    Progress progress = new Progress(out, false);
    progress.step("reading");
    long now = System.nanoTime();
    progress.show(now + 3 * SECOND);
    progress.show(now + 12 * SECOND);
    progress.show(now + 13 * SECOND);

    assertThat(said().lines()).hasSize(2);
  }

  @Test
  void aTerminalHasOneLineThatGoes() {
    Progress progress = new Progress(out, true);
    progress.step("reading");
    progress.show(System.nanoTime() + 3 * SECOND);
    progress.say("done");
    progress.close();

    assertThat(said())
        .contains("\r\u001b[Kunprobed: reading ... ")
        .endsWith("\r\u001b[Kunprobed: done\n");
  }
}
