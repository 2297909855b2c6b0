package dev.unprobed.reclaim.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Figures that have to be the same, and what is told when they are not. */
final class EvidenceTest {

  private static final Boot WITHOUT =
      Boot.parse("@R log WARNING: usual\n@R memory late 1000\n@R done\n");

  private static Boot with(long kibibytes, String more) {
    return Boot.parse(
        """
        @R file /sys/kernel/debug/unprobed/summary
        @R | unprobed: 7 units left, 2 stayed, 10 pages (40 KiB) given back, 1234 us
        @R log WARNING: usual
        @R memory late %d
        %s@R done
        """
            .formatted(kibibytes, more));
  }

  private static Evidence evidence(Boot with, long predicted, String... usual) {
    return new Evidence("virt", WITHOUT, with, OptionalLong.of(predicted), Set.of(usual));
  }

  @Test
  void allThreeAgree() {
    Evidence evidence = evidence(with(1040, ""), 10);
    assertThat(evidence.differences()).isEmpty();
    assertThat(evidence.summary()).contains(new Summary(7, 2, 10, 40, 1234));
    assertThat(evidence.growth()).hasValue(40);
  }

  @Test
  void aPageTooManyIsTold() {
    assertThat(evidence(with(1040, ""), 11).differences())
        .containsExactly("11 pages were predicted, 10 given back: -1");
    assertThat(evidence(with(1044, ""), 10).differences())
        .containsExactly("40 KiB were given back, MemTotal grew by 44: +4");
  }

  @Test
  void aBadCheckCountsUnlessItIsUsual() {
    Boot boot = with(1040, "@R begin bind\n@R log BUG: one\n@R end bind 0 3\n");
    assertThat(evidence(boot, 10).differences()).containsExactly("check bind: BUG: one");
    assertThat(evidence(boot, 10, "bind").differences()).isEmpty();
  }

  @Test
  void tellsWhatSitsOnTheBuses() {
    Boot boot = Boot.parse("@R file modaliases\n@R | pci:v1\n@R | virtio:d1\n@R done\n");
    assertThat(boot.modaliases()).containsExactly("pci:v1", "virtio:d1");
    assertThat(Machine.named("virt").orElseThrow().silent()).containsExactly("virtio,mmio");
  }

  @Test
  void aKernelThatSaysNothingIsTold() {
    assertThat(evidence(WITHOUT, 10).differences())
        .containsExactly("the kernel says nothing about giving back");
  }
}
