package dev.unprobed.bench.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Each way in which a prediction can be wrong. */
final class JudgementTest {

  private static SortedSet<String> set(String... names) {
    return new TreeSet<>(List.of(names));
  }

  private static Device bound(String driver) {
    return new Device(
        "platform", "of-" + driver, Optional.of(driver), Optional.empty(), Optional.empty());
  }

  private static final Truth TRUTH =
      new Truth(
          set("platform/clock", "platform/idle", "platform/uart", "platform/gpio", "platform/rtc"),
          List.of(bound("clock"), bound("uart"), bound("gpio"), bound("rtc")),
          set(),
          set());

  private static final Judgement JUDGEMENT =
      Judgement.of(
          new Prediction(
              set("platform/clock", "platform/idle", "platform/absent"),
              set("platform/uart"),
              new TreeMap<>(Map.of("platform/gpio", "table out of reach")),
              set()),
          TRUTH);

  @Test
  void whatWasPredictedAndIsBoundIsAHit() {
    assertThat(JUDGEMENT.hits()).containsExactly("platform/clock");
  }

  @Test
  void aMissHasWhatThePredictionSaidInstead() {
    assertThat(JUDGEMENT.missed())
        .containsExactly(
            Map.entry("platform/gpio", "unknown table out of reach"),
            Map.entry("platform/rtc", Judgement.NEVER_NAMED),
            Map.entry("platform/uart", Judgement.DEAD));
  }

  @Test
  void boundAndCalledDeadIsFatal() {
    assertThat(JUDGEMENT.fatal()).containsExactly("platform/uart");
  }

  @Test
  void aWrongOneHasWhatTheBoardSays() {
    assertThat(JUDGEMENT.wrong())
        .containsExactly(
            Map.entry("platform/absent", Judgement.UNREGISTERED),
            Map.entry("platform/idle", Judgement.NO_DEVICE));
  }

  @Test
  void recallAndPrecisionAreOfTheBoundAndOfThePredicted() {
    assertThat(JUDGEMENT.recall()).isEqualTo(25.0);
    assertThat(JUDGEMENT.precision()).isCloseTo(33.3, within(0.1));
  }
}
