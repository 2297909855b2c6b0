package dev.unprobed.reclaim.admit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One small unit for each verdict. */
final class AdmissionTest {
  private static final String UNIT = "drivers/x/x";

  @TempDir private Path folder;

  private Verdict of(String source) throws IOException {
    return SmallTree.at(folder).unit(UNIT, source).verdict(UNIT);
  }

  private void assertRefused(Reason reason, String proof, String source) throws IOException {
    assertThat(of(source))
        .isInstanceOfSatisfying(
            Verdict.Refused.class,
            refused -> {
              assertThat(refused.reason()).isEqualTo(reason);
              assertThat(refused.proof()).contains(proof);
              assertThat(refused.bytes()).isPositive();
            });
  }

  private Candidate candidate(String source) throws IOException {
    Verdict verdict = of(source);
    assertThat(verdict).isInstanceOf(Verdict.Admitted.class);
    return ((Verdict.Admitted) verdict).candidate();
  }

  @Test
  void admitsDriverThatUnregisters() throws IOException {
    Candidate candidate = candidate("WHOLE(x, \"v,x\")");
    assertThat(candidate.exits()).isEqualTo(1);
    assertThat(candidate.inits()).hasSize(1);
    assertThat(candidate.inits().getFirst().function()).isEqualTo("x_init");
    assertThat(candidate.inits().getFirst().level()).isEqualTo(6);
    assertThat(candidate.pieces())
        .extracting(Piece::name)
        .contains(".text", ".exit.text", ".data", ".rodata")
        .doesNotContain(".init.text");
  }

  @Test
  void refusesSectionsOfTheKernel() throws IOException {
    assertRefused(
        Reason.REACHED_BY_TABLE,
        ".pci_fixup_final+0x0 -> x",
        "WHOLE(x, \"v,x\") static void *t IN(\".pci_fixup_final\") = &x;");
    assertRefused(
        Reason.REACHED_BY_TABLE, ".nobody_knows", "WHOLE(x, \"v,x\") int t IN(\".nobody_knows\");");
    assertRefused(
        Reason.ESSENTIAL,
        "__governor_thermal_table",
        "WHOLE(x, \"v,x\") static void *t IN(\"__governor_thermal_table\") = &x;");
    assertRefused(
        Reason.UNMOVABLE_SECTION,
        ".irqentry.text",
        "WHOLE(x, \"v,x\") void t(void) IN(\".irqentry.text\"); void t(void) {}");
  }

  @Test
  void refusesWhatHasNoDriver() throws IOException {
    assertRefused(Reason.NO_DRIVER, "", "int number = 1; int x(void) { return number; }");
  }

  @Test
  void keepsWhatOneThatStaysUses() throws IOException {
    Verdict verdict =
        SmallTree.at(folder)
            .unit(UNIT, "WHOLE(x, \"v,x\") int x_help(void) { return 1; }")
            .unit("lib/core", "extern int x_help(void); int core(void) { return x_help(); }")
            .verdict(UNIT);
    assertThat(verdict)
        .isInstanceOfSatisfying(
            Verdict.Refused.class,
            r -> {
              assertThat(r.reason()).isEqualTo(Reason.USED_BY_CORE);
              assertThat(r.proof()).contains("lib/core.o .text+0x").endsWith("-> x_help");
            });
  }

  @Test
  void namesUsersThatLeaveFirst() throws IOException {
    Verdict verdict =
        SmallTree.at(folder)
            .unit(UNIT, "WHOLE(x, \"v,x\") int x_help(void) { return 1; }")
            .unit(
                "drivers/y",
                "extern int x_help(void); int y(void) { return x_help(); }" + "WHOLE(z, \"v,z\")")
            .verdict(UNIT);
    assertThat(verdict)
        .isInstanceOfSatisfying(
            Verdict.Admitted.class,
            a -> assertThat(a.candidate().users()).isEqualTo(Set.of("drivers/y")));
  }
}
