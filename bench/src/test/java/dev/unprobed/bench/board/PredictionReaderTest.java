package dev.unprobed.bench.board;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unprobed.bench.board.Prediction.Fate;
import dev.unprobed.bench.board.Prediction.Said;
import dev.unprobed.bench.board.Prediction.Verdict;
import org.junit.jupiter.api.Test;

/** From JSON to a prediction. */
final class PredictionReaderTest {

  private static final String JSON =
      """
      {"format": "unprobed-board-1", "boards": [{
        "board": "a.dtb",
        "drivers": [
          {"driver": "platform/clock", "verdict": "bound", "reason": "matches /clock"},
          {"driver": "platform/clock", "verdict": "dead", "reason": "another of that name"},
          {"driver": "usb/hub", "verdict": "dead", "reason": "nothing matches"}],
        "devices": [
          {"bus": "platform", "name": "soc:dma", "state": "deferred"},
          {"bus": "platform", "name": "soc:gpio", "state": "waiting", "reason": "no clock"},
          {"bus": "platform", "name": "soc:clock", "state": "bound"}]
      }, {"board": "b.dtb", "drivers": [], "devices": []}]}
      """;

  @Test
  void eachBoardHasDriversAndWaitingDevices() {
    Prediction board = requireNonNull(PredictionReader.read(JSON).get("a.dtb"));
    assertThat(board.drivers())
        .containsEntry("platform/clock", new Said(Verdict.BOUND, "matches /clock"))
        .containsEntry("usb/hub", new Said(Verdict.DEAD, "nothing matches"))
        .hasSize(2);
    assertThat(board.devices(Fate.DEFERRED)).containsExactly("soc:dma");
    assertThat(board.devices(Fate.WAITING)).containsExactly("soc:gpio");
    assertThat(PredictionReader.read(JSON)).containsOnlyKeys("a.dtb", "b.dtb");
  }
}
