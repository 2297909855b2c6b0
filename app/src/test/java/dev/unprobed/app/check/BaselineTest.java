package dev.unprobed.app.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unprobed.kconfig.source.KconfigException;
import dev.unprobed.prove.check.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;

class BaselineTest {
  private static final Finding.Key CLK =
      new Finding.Key("unmet-select", "DRIVER", "select CLK if A = \"x: y\"");
  private static final Finding.Key USB = new Finding.Key("dead-symbol", "USB", "config USB");

  @Test
  void comesBackAsItWasWritten() {
    String content = Baseline.write(List.of(CLK, USB, USB));
    assertThat(content)
        .isEqualTo(
            """
            # unprobed baseline 1
            dead-symbol USB: config USB
            unmet-select DRIVER: select CLK if A = "x: y"
            """);
    Baseline baseline = Baseline.read("known", content + "\n  # a remark\n");
    assertThat(baseline.keys()).containsExactly(USB, CLK);
    assertThat(baseline.without(List.of(CLK))).containsExactly(USB);
  }

  @Test
  void whatIsNoneIsRefusedWithItsPlace() {
    assertThatThrownBy(() -> Baseline.read("known", "CONFIG_USB=y\n"))
        .isInstanceOf(KconfigException.class)
        .hasMessageContaining("known:1:1: error[baseline]: this is no baseline");
    assertThatThrownBy(() -> Baseline.read("known", "# unprobed baseline 1\n\ndead-symbol USB\n"))
        .hasMessageContaining("known:3:1: error[baseline]: expected a check, a symbol and a text");
  }
}
