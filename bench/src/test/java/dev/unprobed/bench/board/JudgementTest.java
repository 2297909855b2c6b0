package dev.unprobed.bench.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.unprobed.bench.board.Prediction.Fate;
import dev.unprobed.bench.board.Prediction.Said;
import dev.unprobed.bench.board.Prediction.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Each way in which a prediction can be wrong. */
final class JudgementTest {

  private static final Truth TRUTH =
      new Truth(
          set("platform/clock", "platform/idle", "platform/uart", "platform/gpio", "platform/rtc"),
          List.of(
              bound("clock"),
              bound("uart"),
              bound("gpio"),
              bound("rtc"),
              free("idle"),
              free("mmc")),
          new TreeMap<>(
              Map.of(
                  "soc:dma", "", "soc:usb", "no supplier", "soc:spi", "", "soc:auto", "wait: x")),
          set(),
          new TreeMap<>(Map.of("soc:idle", -19)),
          set("soc:auto"));

  private static final Prediction PREDICTION =
      new Prediction(
          new TreeMap<>(
              Map.of(
                  "platform/clock", new Said(Verdict.BOUND, ""),
                  "platform/idle", new Said(Verdict.BOUND, "matches /idle"),
                  "platform/absent", new Said(Verdict.BOUND, ""),
                  "platform/uart", new Said(Verdict.DEAD, "nothing matches"),
                  "platform/gpio", new Said(Verdict.UNKNOWN, "made on a condition"))),
          new TreeMap<>(
              Map.of(
                  "soc:dma", new Fate("deferred", "no clock", Set.of()),
                  "soc:mmc", new Fate("deferred", "no clock", Set.of()),
                  "soc:spi", new Fate("waiting", "", Set.of()),
                  "soc:i2c", new Fate("waiting", "no gpio", Set.of()),
                  "soc:idle", new Fate("bound", "", Set.of("platform/idle")),
                  "soc:usb", new Fate("bound", "", Set.of()))));

  private static final Judgement JUDGEMENT = Judgement.of(PREDICTION, TRUTH);

  private static SortedSet<String> set(String... names) {
    return new TreeSet<>(List.of(names));
  }

  private static Device bound(String driver) {
    return new Device(
        "platform", "of-" + driver, Optional.of(driver), Optional.empty(), Optional.empty());
  }

  private static Device free(String name) {
    return new Device(
        "platform", "soc:" + name, Optional.empty(), Optional.empty(), Optional.empty());
  }

  @Test
  void whatWasPredictedAndIsBoundIsAHit() {
    assertThat(JUDGEMENT.hits()).containsExactly("platform/clock");
  }

  @Test
  void aMissHasWhatThePredictionSaidInstead() {
    assertThat(JUDGEMENT.missed())
        .containsExactly(
            Map.entry("platform/gpio", "called unknown, made on a condition"),
            Map.entry("platform/rtc", Judgement.NEVER_NAMED),
            Map.entry("platform/uart", "called dead, nothing matches"));
  }

  @Test
  void boundAndCalledDeadIsFatal() {
    assertThat(JUDGEMENT.fatal()).containsExactly("platform/uart");
  }

  @Test
  void aWrongOneHasWhatTheBoardSays() {
    assertThat(JUDGEMENT.wrong())
        .containsExactly(
            Map.entry("platform/absent", Judgement.UNREGISTERED + "; called bound"),
            Map.entry(
                "platform/idle",
                "the probe of soc:idle fails: -ENODEV; called bound, matches /idle"));
  }

  @Test
  void waitingDevicesAreComparedByName() {
    Waits waits = JUDGEMENT.waits();
    assertThat(waits.told()).containsExactly("soc:dma");
    assertThat(waits.foreseen()).containsExactly("soc:spi");
    assertThat(waits.surprising())
        .containsExactly(
            Map.entry(
                "soc:auto", "soc:auto waits: its hardware tells no id; " + Judgement.NEVER_NAMED),
            Map.entry("soc:usb", "soc:usb waits: no supplier; called bound"));
    assertThat(waits.relieved())
        .containsExactly(Map.entry("soc:mmc", "soc:mmc was not tried; called deferred, no clock"));
    assertThat(waits.spared())
        .containsExactly(Map.entry("soc:i2c", "there is no soc:i2c; called waiting, no gpio"));
    assertThat(waits.recall()).isEqualTo(50.0);
    assertThat(waits.precision()).isEqualTo(50.0);
  }

  @Test
  void recallAndPrecisionAreOfTheBoundAndOfThePredicted() {
    assertThat(JUDGEMENT.recall()).isEqualTo(25.0);
    assertThat(JUDGEMENT.precision()).isCloseTo(33.3, within(0.1));
  }

  @Test
  void theTableSaysThatItIsFatal() {
    BoardTable table = new BoardTable();
    table.add("armmp/some", TRUTH, Optional.of(0), Optional.of(JUDGEMENT));
    assertThat(table.isFatal()).isTrue();
    assertThat(table.markdown())
        .contains(
            "| armmp/some | 0 | 5 | 4 | 0 | 25.0 % | 33.3 % | 0 | 1 | 4 | 1 | 1 | 1 | 1 | 50.0 % | 50.0 % |")
        .contains("armmp/some: missed platform/uart: called dead, nothing matches");
  }
}
