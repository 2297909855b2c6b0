package dev.unprobed.reclaim.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unprobed.kernel.bytes.MalformedInput;
import dev.unprobed.reclaim.run.CheckResult.Outcome;
import org.junit.jupiter.api.Test;

/** Consoles taken apart. */
final class BootTest {

  private static final String CONSOLE =
      """
      [    0.000000] Booting Linux
      @R memory early 1000
      @R log one driver said WARNING: nothing else
      @R file /sys/kernel/debug/unprobed/units
      @R | drivers/a\tleft\t4096\t100\t8\t0\t
      @R | drivers/b\tstays\t12\t0\t0\t4\tbound
      @R memory late 1040
      @R begin files
      @R log all is well
      @R 12 files
      @R end files 0 34
      [    1.5] @R begin bind
      @R log BUG: scheduling while atomic
      @R end bind 0 5
      @R begin cpus
      @R end cpus 2 1
      """;

  @Test
  void figuresFilesAndChecksAreFound() {
    Boot boot = Boot.parse(CONSOLE + "@R done\n");
    assertThat(boot.isWhole()).isTrue();
    assertThat(boot.memory()).containsEntry("early", 1000L).containsEntry("late", 1040L);
    assertThat(boot.units())
        .containsExactly(
            new UnitState("drivers/a", "left", 4096, 100, 8, 0, ""),
            new UnitState("drivers/b", "stays", 12, 0, 0, 4, "bound"));
    assertThat(boot.troubles()).containsExactly("one driver said WARNING: nothing else");
    assertThat(boot.checks())
        .extracting(CheckResult::name, CheckResult::outcome, CheckResult::isBad)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("files", Outcome.PASSED, false),
            org.assertj.core.groups.Tuple.tuple("bind", Outcome.PASSED, true),
            org.assertj.core.groups.Tuple.tuple("cpus", Outcome.SKIPPED, false));
    assertThat(boot.checks().getFirst().said()).containsExactly("12 files");
  }

  @Test
  void aMachineThatGoesDownIsNoticed() {
    Boot boot =
        Boot.parse(CONSOLE + "@R begin keys\nUnable to handle kernel paging request at ffff\n");
    assertThat(boot.isWhole()).isFalse();
    assertThat(boot.checks().getLast().outcome()).isEqualTo(Outcome.UNFINISHED);
    assertThat(boot.troubles()).contains("Unable to handle kernel paging request at ffff");
  }

  @Test
  void aTableThatIsNotOneIsRefused() {
    Boot boot = Boot.parse("@R file /sys/kernel/debug/unprobed/units\n@R | drivers/a left\n");
    assertThatThrownBy(boot::units)
        .isInstanceOf(MalformedInput.class)
        .hasMessageContaining("drivers/a left");
  }
}
