package dev.unprobed.bench.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unprobed.bench.speed.Cost;
import org.junit.jupiter.api.Test;

final class MeasuredTest {
  private static final Formula QUICK = new Formula(1.5, 0.5, 1000, 3000, 0.02, 0.1);
  private static final Cost ONE = new Cost(1.49, 2, 200);

  @Test
  void keepsToItsLimits() {
    assertThat(new Measured(QUICK, ONE, new Cost(30, 31, 400)).withinLimits()).isTrue();
    assertThat(new Measured(QUICK, ONE, new Cost(30, 31, Double.NaN)).withinLimits()).isTrue();
  }

  @Test
  void missesThem() {
    assertThat(new Measured(QUICK, ONE, new Cost(61, 31, 400)).withinLimits()).isFalse();
    assertThat(new Measured(QUICK, ONE, new Cost(30, 31, 2048)).withinLimits()).isFalse();
    Formula slow = new Formula(5.5, 0.5, 1000, 3000, 0.02, 0.1);
    assertThat(new Measured(slow, ONE, new Cost(30, 31, 400)).withinLimits()).isFalse();
  }

  @Test
  void comparesWithWhatOthersPublish() {
    assertThat(new Measured(QUICK, ONE, new Cost(30, 31, 400)).markdown())
        .contains("| 1,000, 3,000 |")
        .contains("klocalizer, one configuration: 14.9 s (10.0 times)")
        .contains("kismet, one property: about an hour (120 times)");
  }
}
