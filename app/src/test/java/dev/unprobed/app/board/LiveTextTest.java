package dev.unprobed.app.board;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unprobed.board.live.LiveDriver;
import dev.unprobed.board.live.LiveMachine;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class LiveTextTest {
  private static final LiveDriver BOUND =
      new LiveDriver("platform", "uart", List.of("1000.serial"), "", OptionalLong.empty());
  private static final LiveDriver MODULE =
      new LiveDriver("i2c", "spare", List.of(), "spare_mod", OptionalLong.of(8193));
  private static final LiveDriver BUILT_IN =
      new LiveDriver("platform", "idle", List.of(), "idle", OptionalLong.empty());

  @Test
  void tellsWhatIsUnprobedAndHowLargeModulesAre() {
    LiveMachine machine =
        new LiveMachine("6.1.0", List.of(MODULE, BUILT_IN, BOUND), List.of(), true);
    assertThat(LiveText.of(machine))
        .isEqualTo(
            """
            Linux 6.1.0: 3 drivers are registered, 1 of them bound, 2 un-probed.

            un-probed driver                                  KiB  part of
            i2c/spare                                           9  module spare_mod
            platform/idle                                       -  idle

            No device waits for a supplier.
            """);
  }

  @Test
  void saysWhatIsNotKnown() {
    LiveMachine machine = new LiveMachine("", List.of(BOUND), List.of(), false);
    assertThat(LiveText.of(machine))
        .startsWith("This kernel: 1 drivers are registered")
        .contains("Every driver is bound.")
        .contains("is not known");
  }

  @Test
  void writesJson() {
    LiveMachine machine = new LiveMachine("6.1.0", List.of(MODULE), List.of("x\treason"), true);
    var json = JsonMapper.shared().readTree(LiveJson.of(machine));
    assertThat(json.at("/drivers/0/moduleBytes").asLong()).isEqualTo(8193);
    assertThat(json.at("/deferred/0").asString()).isEqualTo("x\treason");
  }
}
